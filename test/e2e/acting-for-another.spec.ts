import { personNamed } from '../support/a-founding';
import type { Heard } from '../support/caller';
import { content } from '../support/grants';
import { partnerNamed } from '../support/a-founding';
import { GrantsOverHttp } from '../support/grants-over-http';

jest.setTimeout(60_000);

/** Program staff enters for a partner what came by telephone: the events name both, and duties count for both. */
const Q3 = '2026-Q3';
const STAFF = personNamed('a-staff');
const asked = {
  ...{ partnerId: partnerNamed('a'), quarter: Q3, ...content(400_000) },
  ...{ startsOn: '2026-12-01', endsOn: '2026-12-02' },
};
let year: GrantsOverHttp;
beforeEach(async () => {
  year = await GrantsOverHttp.open(['a', 'b']);
  year.at('2026-07-01T12:00:00.000Z');
  await year.do('fin', '/v1/pools', { year: 2026 });
  await year.openRound(Q3, '2026-07-01T00:00:00-07:00', '2026-09-16T00:00:00-07:00');
});
afterEach(() => year.close());

const enter = async (by: string, path: string, body: object, whom = STAFF): Promise<Heard> =>
  (await year.as(by)).post(path, body, { 'on-behalf-of': whom });
const recorded = async (type: string): Promise<Heard['json']> =>
  (await year.get('aud', `/v1/audit/events?type=${type}`)).json.data[0];

it('enters a proposal: who typed it may not decide the round', async () => {
  const { status, json } = await enter('pia', '/v1/proposals', asked);
  expect([status, json.status]).toEqual([201, 'submitted']);
  expect(await recorded('GrantProposalSubmitted')).toMatchObject({
    data: { submittedBy: [personNamed('pia'), STAFF], applicant: STAFF, applicantRole: 'partner-staff' },
    metadata: { actor: personNamed('pia'), principal: STAFF, role: 'partner-staff' },
  });
  await year.at('2026-09-20T12:00:00.000Z').reviewed(json.id);
  const { slateHash } = await year.slate(Q3);
  const { id } = (await year.do('pat', `/v1/rounds/${Q3}/allocate`, { slateHash })).json;
  const own = await (await year.as('pia')).post(`/v1/approvals/${id}/confirm`, {});
  expect([own.status, own.json.code]).toEqual([403, 'SOD']);
  await year.do('pol', `/v1/approvals/${id}/confirm`);
});

it('enters a champion’s proposal, which still waits for the co-signature of the partner’s staff', async () => {
  await year.employ('cleo', 'a', 'champion');
  const { json } = await enter('a-staff', '/v1/proposals', asked, personNamed('cleo'));
  expect(json.status).toBe('awaiting-cosignature');
  const both = await (await year.as('a-staff')).post(`/v1/proposals/${json.id}/cosign`, {});
  expect([both.status, both.json.code]).toEqual([403, 'SOD']);
  const signed = await enter('pia', `/v1/proposals/${json.id}/cosign`, {});
  expect([signed.status, signed.json.code]).toEqual([403, 'FORBIDDEN']);
});

it('enters an acceptance, but not by whoever decided the award', async () => {
  const proposal = await year.submit('a', 400_000, Q3);
  await year.at('2026-09-20T12:00:00.000Z').reviewed(proposal);
  await year.decide(Q3);
  const award = await year.awardOf(proposal);
  const decider = await enter('pat', `/v1/awards/${award}/accept`, {});
  expect([decider.status, decider.json.code]).toEqual([403, 'SOD']);
  const other = await enter('b-staff', `/v1/awards/${award}/accept`, {});
  expect([other.status, other.json.code]).toEqual([403, 'FORBIDDEN']);
  expect((await enter('pol', `/v1/awards/${award}/accept`, {})).json.status).toBe('accepted');
  const { data } = await recorded('AwardAccepted');
  expect(data.duties.submitted).toEqual([STAFF, personNamed('pol')]);
});
