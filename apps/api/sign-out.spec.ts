import { GrantRole } from '#contexts/access/commands/grant-role';
import { RegisterPerson } from '#contexts/access/commands/register-person';
import { EndAffiliation } from '#contexts/partners/commands/end-affiliation';
import { partnerNamed, personNamed } from '../../test/support/a-founding';
import { ANetwork } from '../../test/support/a-network';

describe('an account over HTTP', () => {
  let net: ANetwork;
  beforeEach(async () => {
    net = await ANetwork.open();
    await net.ask('RegisterPerson', new RegisterPerson(), { handle: 'ada' }, 'register ada');
    await net.ask('GrantRole', new GrantRole(), { personId: personNamed('ada'), role: 'admin' });
  });
  afterEach(() => net.close());
  const account = (handle: string, act: string) => `/v1/people/${personNamed(handle)}/${act}`;

  it('ends at once: a token issued before is refused on the next request', async () => {
    const authorization = `Bearer ${await net.token('pia')}`;
    expect((await net.as('pia').get('/v1/claims', { authorization })).status).toBe(200);
    const { status, json } = await net.as('adam').post(account('pia', 'deactivate'), { reason: 'Left.' });
    expect([status, json]).toEqual([200, { personId: personNamed('pia'), active: false }]);
    const after = await net.as('pia').get('/v1/claims', { authorization });
    expect([after.status, after.json.code]).toEqual([403, 'SUBJECT_UNKNOWN']);
  });

  it('ends a stream of events that is open', async () => {
    const url = `${await net.listen()}/v1/audit/events`;
    const headers = { authorization: `Bearer ${await net.token('aud')}`, accept: 'text/event-stream' };
    const stream = (await fetch(url, { headers })).text();
    await net.as('adam').post(account('aud', 'deactivate'), { reason: 'Left.' });
    expect(await stream).toMatch(/^retry: 2000\n\n/);
    await net.as('ana').claim('district-onboarded', 'lea:0100390');
    expect((await fetch(url, { headers })).status).toBe(403);
  });

  it('is opened again by two administrators, in the roles that were held', async () => {
    await net.as('adam').post(account('pia', 'deactivate'), { reason: 'Left.' });
    const { json } = await net.as('adam').post(account('pia', 'reactivate'), { reason: 'Is back.' });
    expect((await net.as('pia').get('/v1/me')).status).toBe(403);
    expect((await net.as('ada').post(`/v1/approvals/${json.id}/confirm`, {})).status).toBe(200);
    await net.settle();
    expect((await net.as('pia').get('/v1/me')).json.roles).toEqual(['program-staff']);
  });

  it('loses a role at once', async () => {
    const { json } = await net.as('adam').post(account('fin', 'revoke-role'), { role: 'finance', reason: 'Moved on.' });
    expect(json).toEqual({ personId: personNamed('fin'), role: 'finance', held: false });
    expect((await net.as('fin').get('/v1/payables')).status).toBe(403);
  });

  it('of one’s own is for another administrator', async () => {
    const own = await net.as('adam').post(account('adam', 'deactivate'), { reason: 'Bye.' });
    expect([own.status, own.json.code]).toEqual([409, 'OWN_ACCOUNT']);
    const role = { role: 'admin', reason: 'Bye.' };
    expect((await net.as('adam').post(account('adam', 'revoke-role'), role)).json.code).toBe('OWN_ACCOUNT');
  });

  it('that changes sides keeps its duties: who claimed for a partner cannot verify as network staff', async () => {
    const { json } = await net.as('ana').claim('district-onboarded', 'lea:0100390');
    const spell = { partnerId: partnerNamed('alpha'), personId: personNamed('ana'), role: 'partner-staff' };
    await net.ask('EndAffiliation', new EndAffiliation(), { ...spell, until: '2026-08-03' });
    await net.ask('GrantRole', new GrantRole(), { personId: personNamed('ana'), role: 'program-staff' });
    expect((await net.as('ana').get('/v1/me')).json.roles).toEqual(['program-staff']);
    const own = await net.as('ana').post(`/v1/claims/${json.id}/verify`, {});
    expect([own.status, own.json.code]).toEqual([403, 'SOD']);
    const other = await net.as('bob').claim('district-onboarded', 'lea:0100391');
    const seen = { flagsAnswered: [{ flag: 'EVIDENCE_REUSED_ACROSS_PARTNERS', reason: 'One list for both.' }] };
    expect((await net.as('ana').post(`/v1/claims/${other.json.id}/verify`, seen)).status).toBe(200);
  });
});
