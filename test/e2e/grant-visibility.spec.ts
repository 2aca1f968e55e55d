import { GrantRole } from '#contexts/access/commands/grant-role';
import { partnerNamed, personNamed } from '../support/a-founding';
import type { Heard } from '../support/caller';
import { GrantsOverHttp } from '../support/grants-over-http';

jest.setTimeout(60_000);

/** Who sees what of a proposal: reviewers after they declared, partners without scores, others nothing. */
const Q3 = '2026-Q3';
let year: GrantsOverHttp;
let proposal: string;
beforeEach(async () => {
  year = await GrantsOverHttp.open(['a', 'b']);
  year.at('2026-07-01T12:00:00.000Z');
  await year.do('fin', '/v1/pools', { year: 2026 });
  await year.openRound(Q3, '2026-07-01T00:00:00-07:00', '2026-09-16T00:00:00-07:00');
  proposal = await year.submit('a', 400_000, Q3);
  await year.do('pia', `/v1/proposals/${proposal}/assign`, { reviewerIds: ['rita', 'rob'].map(personNamed) });
  year.at('2026-09-20T12:00:00.000Z');
});
afterEach(() => year.close());

const page = (handle: string): Promise<Heard> => year.get(handle, `/v1/proposals/${proposal}`);
const declare = (handle: string, conflict: boolean): Promise<Heard> =>
  year.do(handle, `/v1/proposals/${proposal}/declare-conflict`, { conflict });
const score = (handle: string): Promise<Heard> =>
  year.do(handle, `/v1/proposals/${proposal}/review`, { alignment: 5, reach: 4, comment: 'Rural first.' });
/** Words that only the proposal's text has. */
const TEXT = /booth|Curriculum|forty districts/;

describe('a reviewer', () => {
  it('sees no text before the declaration, anywhere, and the whole of it after', async () => {
    const before = await page('rita');
    expect(before.json).toMatchObject({ id: proposal, own: { declared: false }, text: null });
    for (const path of ['/v1/proposals', '/v1/proposals.csv', '/v1/review-queue', '/v1/review-queue.csv']) {
      const { text } = await year.get('rita', path);
      expect(text).toContain(proposal);
      expect(text).not.toMatch(TEXT);
    }
    expect(before.text).not.toMatch(TEXT);
    await declare('rita', false);
    expect((await page('rita')).json.text).toMatchObject({ title: 'A booth at the state conference' });
  });

  it('who is recused loses sight of it, also as of before', async () => {
    await declare('rita', false);
    const seen = await year.served.head();
    await declare('rita', true);
    expect((await page('rita')).json).toMatchObject({ own: { recused: true }, text: null });
    const then = await (await year.as('rita')).get(`/v1/proposals/${proposal}?asOf=${seen}`);
    expect([then.status, then.json.text]).toEqual([200, null]);
    expect(then.text).not.toMatch(TEXT);
    const list = await (await year.as('rita')).get(`/v1/proposals?asOf=${seen}`);
    expect(list.text).not.toMatch(TEXT);
  });

  it('sees their own scores and nobody else’s', async () => {
    for (const handle of ['rita', 'rob']) await declare(handle, false);
    await score('rob');
    expect((await page('rita')).text).not.toContain('Rural first.');
    expect((await page('rob')).json.own.review).toMatchObject({ points: 460, comment: 'Rural first.' });
    const { json } = await year.get('rita', '/v1/review-queue');
    expect(json.data).toMatchObject([
      { id: proposal, missing: ['review'], owed: [{ reviewerId: personNamed('rita'), owes: 'review' }] },
    ]);
  });

  it('who is not assigned does not know of it, and no slate, pool or award either', async () => {
    expect([(await page('ren')).status, (await year.get('ren', '/v1/proposals')).json.count]).toEqual([404, 0]);
    for (const path of ['/v1/pools', '/v1/pools/2026', '/v1/slates', `/v1/rounds/${Q3}/slate`, '/v1/awards'])
      expect([path, (await year.get('rita', path)).json.code]).toEqual([path, 'FORBIDDEN']);
    expect((await year.get('rita', `/v1/rounds/${Q3}`)).status).toBe(200);
  });

  it('who is program staff as well sees what a reviewer sees', async () => {
    await year.served.ask('GrantRole', new GrantRole(), { personId: personNamed('rita'), role: 'program-staff' });
    expect((await page('rita')).json).toMatchObject({ own: { declared: false }, text: null });
    expect((await year.get('rita', '/v1/proposals')).json.data[0].title).toBeNull();
  });
});

describe('a partner', () => {
  it('sees what it wrote and got, and of the review nothing', async () => {
    for (const handle of ['rita', 'rob']) {
      await declare(handle, false);
      await score(handle);
    }
    await year.decide(Q3);
    const own = await page('a-staff');
    expect(own.json).toMatchObject({ status: 'awarded', decision: { awardedCents: 400_000, because: [] } });
    expect(own.text).toMatch(TEXT);
    for (const path of [`/v1/proposals/${proposal}`, '/v1/proposals', '/v1/proposals.csv', '/v1/awards', '/v1/rounds'])
      expect((await year.get('a-staff', path)).text).not.toMatch(/score|points|rank|Rural first|reviewer/i);
    expect(own.text).not.toContain(personNamed('rita'));
  });

  it('sees nothing of others: what is there looks absent', async () => {
    const [theirs, absent] = [await page('b-staff'), await year.get('b-staff', `/v1/proposals/prp_${'a'.repeat(26)}`)];
    const words = ({ json }: Heard): unknown => [json.status, json.code, json.detail];
    expect(words(theirs)).toEqual(words(absent));
    expect((await year.get('b-staff', '/v1/proposals')).json.count).toBe(0);
    const act = await (await year.as('b-staff')).post(`/v1/proposals/${proposal}/withdraw`, {});
    expect(act.json.code).toBe('NOT_FOUND');
    for (const path of ['/v1/pools', '/v1/slates', `/v1/rounds/${Q3}/slate`])
      expect((await year.get('b-staff', path)).json.code).toBe('FORBIDDEN');
  });
});

describe('an applicant', () => {
  it('who is a champion needs staff to stand behind it, and somebody else than who wrote it', async () => {
    year.at('2026-08-01T12:00:00.000Z');
    await year.employ('chan', 'b', 'champion');
    const asked = { ...(await bodyOf('b')), partnerId: partnerNamed('b'), quarter: Q3 };
    const { json } = await year.do('chan', '/v1/proposals', asked);
    expect(json.status).toBe('awaiting-cosignature');
    expect((await (await year.as('chan')).post(`/v1/proposals/${json.id}/cosign`, {})).json.code).toBe('FORBIDDEN');
    expect((await (await year.as('a-staff')).post(`/v1/proposals/${json.id}/cosign`, {})).json.code).toBe('NOT_FOUND');
    expect((await year.do('b-staff', `/v1/proposals/${json.id}/cosign`)).json.status).toBe('submitted');
    const again = await year.do('chan', `/v1/proposals/${json.id}/revise`, await bodyOf('b'));
    expect([again.json.status, again.json.edition]).toEqual(['awaiting-cosignature', 2]);
  });

  it('is answered with the reason, on record, when the round is over or the text does not fit', async () => {
    const late = await (
      await year.as('a-staff')
    ).post('/v1/proposals', { ...(await bodyOf('a')), partnerId: partnerNamed('a'), quarter: Q3 });
    expect([late.status, late.json.because]).toEqual([422, 'ROUND_CLOSED']);
    year.at('2026-08-01T12:00:00.000Z');
    const early = { ...(await bodyOf('a')), partnerId: partnerNamed('a'), quarter: Q3, startsOn: '2026-09-01' };
    const told = await (await year.as('a-staff')).post('/v1/proposals', early);
    expect([told.json.because, told.json.wouldPass]).toEqual(['STARTS_TOO_EARLY', { startsOn: '2026-09-16' }]);
  });
});

/** What can be written about a proposal, as the OpenAPI document shows it. */
async function bodyOf(handle: string): Promise<object> {
  const { json } = await (await year.as(`${handle}-staff`)).get('/openapi.json');
  return json.paths['/v1/proposals/{id}/revise'].post.requestBody.content['application/json'].examples.least.value;
}
