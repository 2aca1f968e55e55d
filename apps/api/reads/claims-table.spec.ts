import { claimsView } from '#contexts/incentives/views/claims';
import { partnersView } from '#contexts/partners/views/partners';
import { affiliate, onboardPartner, partnerNamed } from '../../../test/support/a-founding';
import { ANetwork } from '../../../test/support/a-network';
import { district } from '../../../test/support/network';

describe.each(['memory', 'sqlite'] as const)('the table of claims, on %s', (engine) => {
  let net: ANetwork;
  beforeAll(async () => {
    net = await ANetwork.open({ engine });
    // alpha: 5,000.00 + 1,500.00 + 1,500.00; beta: 3,000.00
    await net.as('ana').claim('district-onboarded', district(1));
    net.clock.at = '2026-08-05T06:59:59.999Z' as never;
    const second = await net.as('ana').claim('cs-staff-appointed', district(2), { note: 'Hired.' });
    net.clock.at = '2026-08-05T07:00:00.000Z' as never;
    await net.as('ana').claim('cs-staff-appointed', district(3));
    await net.as('bob').claim('strategic-plan-completed', district(4));
    await net.as('pia').post(`/v1/claims/${second.json.id}/verify`, {
      flagsAnswered: [{ flag: 'EVIDENCE_REUSED', reason: 'One file for both.' }],
    });
    await net.settle();
  });
  afterAll(() => net.close());

  it('gives rows with their partner and whom they wait on, count and totals of the whole filter', async () => {
    const { status, json, headers } = await net.as('fin').get('/v1/claims?limit=2&sort=-requestedCents');
    expect(status).toBe(200);
    expect(json).toMatchObject({ count: 4, hasMore: true, sequence: await net.head() });
    expect(json.totals).toEqual({
      ...{ requestedCents: 11_000_00, reservedCents: 11_000_00, approvedCents: 0, reversedCents: 0 },
    });
    expect(json.data).toMatchObject([
      { requestedCents: 5_000_00, partner: { id: partnerNamed('alpha'), slug: 'alpha', name: 'Alpha <Learning>' } },
      { requestedCents: 3_000_00, partner: { slug: 'beta' }, waitsOn: { role: 'program-staff', act: 'verify' } },
    ]);
    expect(headers['log-sequence']).toBe(String(json.sequence));
    expect(headers['etag']).toBe(`"s${json.sequence}-v${claimsView.version + partnersView.version}"`);
    expect(headers['link']).toBe(`</v1/claims?limit=2&sort=-requestedCents&cursor=${json.nextCursor}>; rel="next"`);
  });

  it.each([
    ['', 4],
    ['status=verified', 1],
    ['partner=beta', 1],
    [`partner=${partnerNamed('alpha')}`, 3],
    ['partner=gamma', 0],
    ['outcomeType=cs-staff-appointed', 2],
    ['programYear=2026', 4],
    ['programYear=2025', 0],
    [`subjectId=${district(4)}`, 1],
    ['minCents=150001', 2],
    ['minCents=150000&maxCents=300000', 3],
    // The program's day is that of Los Angeles: 5 August begins at 07:00 UTC.
    ['submittedTo=2026-08-04', 2],
    ['submittedFrom=2026-08-05', 2],
    ['submittedTo=2026-08-05T06:59:59.999Z', 2],
    ['submittedTo=2026-08-04T23:59:59.998-07:00', 1],
    ['outcomeFrom=2026-08-01&outcomeTo=2026-08-01', 4],
    ['decidedFrom=2026-01-01', 0],
    ['truncated=true', 0],
  ])('filters by %s: %i rows', async (query, count) => {
    const { json } = await net.as('fin').get(`/v1/claims?${query}`);
    expect([json.count, json.data.length]).toEqual([count, count]);
  });

  it('refuses what it does not know, all at once', async () => {
    const { status, json } = await net
      .as('fin')
      .get('/v1/claims?status[$ne]=x&limit=0&state=claimed&sort=name&asOf=2026');
    expect([status, json.code]).toEqual([400, 'PARAMETER_FORMAT']);
    expect(json.errors.map(({ parameter, code }: Record<string, string>) => `${parameter} ${code}`)).toEqual([
      'status[$ne] UNKNOWN_PARAMETER',
      'limit PARAMETER_FORMAT',
      'state UNKNOWN_PARAMETER',
      'sort PARAMETER_FORMAT',
    ]);
  });

  it('tells which parameters there are, the nearest first', async () => {
    const { json } = await net.as('fin').get('/v1/claims?Status=claimed');
    expect(json.detail).toMatch(
      /^There is no query parameter “Status” here. Did you mean status\? It knows .*partner, /,
    );
    const { json: slug } = await net.as('fin').get('/v1/partners?slug=codeva');
    expect(slug.detail).toBe(
      'There is no query parameter “slug” here. It knows partner, status, state, zip, on, sort, limit, cursor, asOf, minSequence.',
    );
  });

  it.each([
    ['status=open', 'PARAMETER_FORMAT'],
    ['status=', 'PARAMETER_FORMAT'],
    ['status=claimed&status=denied', 'PARAMETER_FORMAT'],
    ['constructor=1', 'UNKNOWN_PARAMETER'],
    ['__proto__=1', 'UNKNOWN_PARAMETER'],
    ['Status=claimed', 'UNKNOWN_PARAMETER'],
    ['limit=101', 'PARAMETER_FORMAT'],
    ['limit=1e1', 'PARAMETER_FORMAT'],
    ['limit=-1', 'PARAMETER_FORMAT'],
    ['minCents=10.5', 'PARAMETER_FORMAT'],
    ['minCents=-5', 'PARAMETER_FORMAT'],
    ['maxCents=9007199254740993', 'PARAMETER_FORMAT'],
    ['submittedFrom=2026-02-30', 'PARAMETER_FORMAT'],
    ['submittedTo=2026-08-05T07:00:00', 'PARAMETER_FORMAT'],
    ['partner=ptr_UPPER', 'PARAMETER_FORMAT'],
    ['partner=%00', 'PARAMETER_FORMAT'],
    ['programYear=20266', 'PARAMETER_FORMAT'],
    ['subjectId=lea:1', 'PARAMETER_FORMAT'],
    ['minSequence=abc', 'PARAMETER_FORMAT'],
    ['asOf=tomorrow', 'PARAMETER_FORMAT'],
    ['asOf=2026-13', 'PARAMETER_FORMAT'],
    ['cursor=forged', 'CURSOR'],
    ['cursor=', 'CURSOR'],
    [`cursor=${'x'.repeat(2_000)}`, 'CURSOR'],
  ])('answers 400 to ?%.60s', async (query, code) => {
    const { status, json } = await net.as('fin').get(`/v1/claims?${query}`);
    expect([status, json.code]).toEqual([400, code]);
    expect(json.errors).toHaveLength(1);
  });

  it('shows each partner its own rows only, in counts, totals and files too (G22)', async () => {
    const ana = await net.as('ana').get('/v1/claims');
    const bob = await net.as('bob').get('/v1/claims');
    expect([ana.json.count, bob.json.count]).toEqual([3, 1]);
    expect([ana.json.totals.requestedCents, bob.json.totals.requestedCents]).toEqual([8_000_00, 3_000_00]);
    const asked = await net.as('bob').get('/v1/claims?partner=alpha');
    const absent = await net.as('bob').get('/v1/claims?partner=nowhere');
    expect(asked.json).toEqual(absent.json);
    expect(asked.json).toMatchObject({ data: [], count: 0 });
    expect(bob.text + (await net.as('bob').get('/v1/claims.csv')).text).not.toContain('lpha');
  });

  it('shows who works for two partners the one that is asked for, else the first', async () => {
    await onboardPartner(net.ask, 'gamma', 'Gamma', 'gus');
    await affiliate(net.ask, 'beta', 'gus');
    await net.settle();
    const count = async (query: string) => (await net.as('gus').get(`/v1/claims${query}`)).json.count as number;
    expect(await count('')).toBe(0);
    expect([await count('?partner=beta'), await count(`?partner=${partnerNamed('beta')}`)]).toEqual([1, 1]);
    expect(await count('?partner=alpha')).toBe(0);
  });

  it('is closed to who has no role for it', async () => {
    const { status, json } = await net.as('adam').get('/v1/claims?nonsense=1');
    expect([status, json.code, json.figures.view]).toEqual([403, 'FORBIDDEN', 'claims']);
  });

  it('answers 304 to who has it already', async () => {
    const first = await net.as('fin').get('/v1/claims');
    const again = await net.as('fin').get('/v1/claims', { 'if-none-match': `"x", W/${first.headers['etag']}` });
    expect([again.status, again.text, again.headers['etag']]).toEqual([304, '', first.headers['etag']]);
    expect(again.headers['log-sequence']).toBe(first.headers['log-sequence']);
    expect((await net.as('fin').get('/v1/claims', { 'if-none-match': '"s1-v2"' })).status).toBe(200);
  });
});
