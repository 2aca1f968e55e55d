import { GrantRole } from '#contexts/access/commands/grant-role';
import { RevokeRole } from '#contexts/access/commands/revoke-role';
import { AffiliatePerson } from '#contexts/partners/commands/affiliate-person';
import { EndAffiliation } from '#contexts/partners/commands/end-affiliation';
import { instant } from '#kernel/time/instant';
import { partnerNamed, personNamed } from '../support/a-founding';
import { ANetwork } from '../support/a-network';
import { district } from '../support/network';

jest.setTimeout(60_000);

/** Duties are judged by person from the history of the money, whatever role somebody acts in today (domain.md section 2). */
describe('a person who changes role in the middle', () => {
  let net: ANetwork;
  beforeEach(async () => {
    net = await ANetwork.open();
  });
  afterEach(() => net.close());
  const spell = (slug: string, handle: string) => ({
    ...{ partnerId: partnerNamed(slug), personId: personNamed(handle), role: 'partner-staff' },
  });
  const becomes = (handle: string, role: string) =>
    net.ask('GrantRole', new GrantRole(), { personId: personNamed(handle), role });
  const leaves = (slug: string, handle: string) =>
    net.ask('EndAffiliation', new EndAffiliation(), { ...spell(slug, handle), until: '2026-08-03' });
  const claimed = async () => (await net.as('ana').claim('district-onboarded', district(1))).json.id as string;
  const act = (by: string, id: string, path: string, body: object = {}) =>
    net.as(by).post(`/v1/claims/${id}/${path}`, body);
  const refusals = async () =>
    (await net.as('aud').get('/v1/audit/events?type=ClaimActRefused&limit=100')).json.data.map(
      ({ data }: { data: { because: string; act: string } }) => `${data.because} ${data.act}`,
    );

  it('from a partner’s staff to program staff: may neither verify nor approve nor deny what they submitted', async () => {
    const id = await claimed();
    await leaves('alpha', 'ana');
    await becomes('ana', 'program-staff');
    for (const path of ['verify', 'deny'])
      expect((await act('ana', id, path, path === 'deny' ? { reason: 'x' } : {})).json).toMatchObject({
        ...{ status: 403, code: 'SOD' },
      });
    expect((await act('pia', id, 'verify')).status).toBe(200);
    expect((await act('ana', id, 'approve')).json.code).toBe('SOD');
    expect(await refusals()).toEqual(['SOD verify', 'SOD deny', 'SOD approve']);
    expect((await act('pat', id, 'approve')).status).toBe(200);
    await net.settle();
    const { json } = await net.as('fin').get('/v1/payables');
    expect(json.data[0].duties).toEqual({
      ...{ submitted: [personNamed('ana')], verified: [personNamed('pia')], approved: [personNamed('pat')] },
    });
  });

  it('from program staff to a partner’s staff: may not submit anew what they verified, nor then approve it', async () => {
    const id = await claimed();
    await act('pia', id, 'verify');
    await net.ask('AffiliatePerson', new AffiliatePerson(), { ...spell('alpha', 'pia'), from: '2026-08-04' });
    await net.ask('RevokeRole', new RevokeRole(), {
      ...{ personId: personNamed('pia'), role: 'program-staff', reason: 'Moved on.' },
    });
    // An answer alone would leave the verification; an edit would void it, and it counts even so.
    for (const said of [{ answer: 'See page 3.' }, { outcomeDate: '2026-07-30' }])
      expect((await act('pia', id, 'resubmit', said)).json).toMatchObject({ status: 403, code: 'SOD' });
    await act('pat', id, 'deny', { reason: 'Not in force.' });
    expect((await act('pia', id, 'appeal', { grounds: 'It is.' })).json).toMatchObject({ status: 403, code: 'SOD' });
    expect((await act('ana', id, 'appeal', { grounds: 'It is.' })).status).toBe(200);
    net.clock.at = instant('2026-09-01T12:00:00.000Z');
    await net.ask('EndAffiliation', new EndAffiliation(), { ...spell('alpha', 'pia'), until: '2026-08-31' });
    await becomes('pia', 'program-staff');
    const upheld = await act('pia', id, 'decide-appeal', { upheld: true, reason: 'It is.' });
    expect(upheld.json.code).toBe('SOD');
  });

  it('from one role of the network to another and back: stays the one who verified', async () => {
    const id = await claimed();
    await act('pia', id, 'verify');
    const moved = { personId: personNamed('pia'), role: 'program-staff', reason: 'To finance.' };
    await net.ask('RevokeRole', new RevokeRole(), moved);
    await becomes('pia', 'finance');
    expect((await act('pia', id, 'approve')).json.code).toBe('FORBIDDEN');
    await becomes('pia', 'program-staff');
    expect((await act('pia', id, 'approve')).json.code).toBe('SOD');
  });

  it('to the staff of the partner whose claim it is: decides nothing of it', async () => {
    const id = await claimed();
    await net.ask('AffiliatePerson', new AffiliatePerson(), {
      ...spell('alpha', 'pat'),
      ...{ role: 'facilitator', from: '2026-08-01' },
    });
    expect((await act('pat', id, 'verify')).json.code).toBe('SOD');
  });
});
