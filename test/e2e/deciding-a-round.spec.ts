import { GrantRole } from '#contexts/access/commands/grant-role';
import { personNamed } from '../support/a-founding';
import type { Heard } from '../support/caller';
import { isReplay } from '../support/caller';
import { GrantsOverHttp } from '../support/grants-over-http';

jest.setTimeout(60_000);

/** A round is decided by two people on one slate; what speaks against it is told to whoever confirms. */
const Q3 = '2026-Q3';
const KEY = { 'idempotency-key': '6f1c6c70-3d8a-4f0b-9d3e-2b9b8f4f6a22' };
let year: GrantsOverHttp;
let proposal: string;
let asked: string;
beforeEach(async () => {
  year = await GrantsOverHttp.open(['a', 'b']);
  year.at('2026-07-01T12:00:00.000Z');
  await year.do('fin', '/v1/pools', { year: 2026 });
  await year.openRound(Q3, '2026-07-01T00:00:00-07:00', '2026-09-16T00:00:00-07:00');
  proposal = await year.submit('a', 400_000, Q3);
  await year.at('2026-09-20T12:00:00.000Z').reviewed(proposal);
  const { slateHash } = await year.slate(Q3);
  asked = (await year.do('pia', `/v1/rounds/${Q3}/allocate`, { slateHash })).json.id;
});
afterEach(() => year.close());

const confirm = async (handle: string, headers = {}): Promise<Heard> =>
  (await year.as(handle)).post(`/v1/approvals/${asked}/confirm`, {}, headers);
const status = async (): Promise<readonly string[]> => [
  (await year.get('pia', `/v1/approvals/${asked}`)).json.status,
  (await year.get('pia', `/v1/rounds/${Q3}`)).json.status,
];

it('asks, confirms, and names both; the same key is told the same again', async () => {
  const first = await confirm('pat', KEY);
  await year.settle();
  expect([first.status, ...(await status())]).toEqual([200, 'confirmed', 'allocated']);
  const again = await confirm('pat', KEY);
  expect([again.status, again.text, isReplay(again)]).toEqual([200, first.text, true]);
  const { json } = await year.get('aud', `/v1/rounds/${Q3}/slate`);
  expect([json.requestedBy, json.confirmedBy]).toEqual([[personNamed('pia')], [personNamed('pat')]]);
});

it('is not confirmed when a score has moved: SLATE_CHANGED, and nothing is stored', async () => {
  const score = { alignment: 1, reach: 1, comment: 'On second thoughts.' };
  await year.do('rita', `/v1/proposals/${proposal}/review`, score);
  const before = await year.served.head();
  const told = await confirm('pat');
  expect([told.status, told.json.code, told.json.figures.quarter]).toEqual([409, 'SLATE_CHANGED', Q3]);
  expect([await year.served.head(), ...(await status())]).toEqual([before, 'pending', 'open']);
});

it('is refused, on record, to whoever scored in it; somebody else may still confirm', async () => {
  const role = { personId: personNamed('rita'), role: 'program-staff' as const };
  await year.served.ask('GrantRole', new GrantRole(), role);
  const before = await year.served.head();
  const [told, again] = [await confirm('rita', KEY), await confirm('rita', KEY)];
  expect([told.status, told.json.code, told.json.figures.act]).toEqual([403, 'SOD', 'AllocateRound']);
  expect([again.status, isReplay(again), await year.served.head()]).toEqual([403, true, before + 1]);
  expect(await status()).toEqual(['pending', 'open']);
  expect((await confirm('pat')).status).toBe(200);
});

it('tells in a dry run what the confirmation would meet, and leaves no trace', async () => {
  const pat = await year.as('pat');
  const before = await year.served.head();
  expect((await pat.post(`/v1/approvals/${asked}/confirm?dryRun=true`, {})).json).toMatchObject({ dryRun: true });
  await year.do('rita', `/v1/proposals/${proposal}/declare-conflict`, { conflict: true });
  expect((await pat.post(`/v1/approvals/${asked}/confirm?dryRun=true`, {})).json.code).toBe('REVIEWS_MISSING');
  expect(await year.served.head()).toBe(before + 1);
});
