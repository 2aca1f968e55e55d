import type { Cents } from '#kernel/money/cents';
import { partnerNamed } from '../support/a-founding';
import type { Scores } from '../support/grants-over-http';
import { GrantsOverHttp } from '../support/grants-over-http';

jest.setTimeout(120_000);

/** E8, E9 and E12 of the worked examples, through HTTP. */
const Q3 = '2026-Q3';
const AFTER = '2026-09-20T12:00:00.000Z';
const SLUGS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
let year: GrantsOverHttp;
afterEach(() => year.close());

/** E8's proposals: partner, request, reviews. */
const PROPOSALS: Readonly<Record<string, readonly [string, number, Scores]>> = {
  P1: [
    'a',
    500_000,
    [
      [5, 5],
      [5, 4],
    ],
  ],
  P2: [
    'b',
    500_000,
    [
      [5, 4],
      [4, 5],
      [5, 4],
    ],
  ],
  P3: [
    'c',
    300_000,
    [
      [4, 5],
      [5, 4],
    ],
  ],
  P4: [
    'd',
    400_000,
    [
      [5, 4],
      [4, 5],
    ],
  ],
  P5: [
    'a',
    200_000,
    [
      [5, 3],
      [4, 4],
    ],
  ],
  P6: [
    'e',
    500_000,
    [
      [4, 4, 240_000],
      [4, 4, 300_000],
    ],
  ],
  P7: [
    'f',
    400_000,
    [
      [4, 3],
      [4, 4],
    ],
  ],
  P8: [
    'g',
    100_000,
    [
      [3, 3],
      [3, 4],
    ],
  ],
  P9: [
    'h',
    150_000,
    [
      [2, 3],
      [3, 2],
    ],
  ],
};
const ids = new Map<string, string>();
const nameOf = (id: string): string => [...ids].find(([, one]) => one === id)?.[0] ?? id;

/** The second quarter gave partner C 500,000 already; so much is left for the third. */
async function e8(left: number): Promise<void> {
  year = await GrantsOverHttp.open(SLUGS);
  year.at('2026-04-01T12:00:00.000Z');
  await year.do('fin', '/v1/pools', { year: 2026, fundedCents: left + 500_000, release: 'annual' });
  await year.openRound('2026-Q2', '2026-04-01T00:00:00-07:00', '2026-05-01T00:00:00-07:00');
  const earlier = await year.submit('c', 500_000, '2026-Q2');
  await year.at('2026-05-02T12:00:00.000Z').reviewed(earlier);
  await year.decide('2026-Q2');
  await year.do('c-staff', `/v1/awards/${await year.awardOf(earlier)}/accept`);
  year.at('2026-07-01T12:00:00.000Z');
  await year.openRound(Q3, '2026-07-01T00:00:00-07:00', '2026-09-16T00:00:00-07:00');
  for (const [name, [slug, cents]] of Object.entries(PROPOSALS)) ids.set(name, await year.submit(slug, cents, Q3));
  year.at(AFTER);
  for (const [name, [, , scores]] of Object.entries(PROPOSALS)) await year.reviewed(ids.get(name)!, scores);
}

interface Line {
  readonly proposalId: string;
  readonly scorePoints: number;
  readonly awardedCents: Cents;
  readonly outcome: string;
  readonly because: readonly string[];
}
const shown = (lines: readonly Line[]): string[] =>
  lines.map(({ proposalId, awardedCents, outcome, because }) =>
    [nameOf(proposalId), awardedCents, outcome, ...because].join(' '),
  );

describe('E8, allocation', () => {
  it('walks the slate to the last cent, and decides just what the dry run showed', async () => {
    await e8(1_850_000);
    const drawn = await year.slate(Q3);
    expect([drawn.leftBeforeCents, drawn.leftAfterCents]).toEqual([1_850_000, 0]);
    expect(drawn.lines.map(({ scorePoints }: Line) => scorePoints)).toEqual([
      48_000, 45_333, 45_000, 45_000, 41_000, 40_000, 38_000, 32_000, 25_000,
    ]);
    const decided = await year.decide(Q3);
    expect(shown(decided.lines)).toEqual([
      ...['P1 500000 awarded', 'P2 500000 awarded', 'P4 400000 awarded', 'P3 300000 awarded'],
      ...['P5 0 not-funded HEADROOM', 'P6 150000 partial REVIEW MONEY', 'P7 0 waitlisted MONEY'],
      ...['P8 0 waitlisted MONEY', 'P9 0 not-funded MIN_SCORE'],
    ]);
    expect(decided.slateHash).toBe(drawn.slateHash);
    expect(await year.pool()).toEqual([0, 1_850_000, 0, 500_000, 0]);
    const { json } = await year.get('pia', `/v1/slates?quarter=${Q3}`);
    expect([json.count, json.totals]).toEqual([9, { requestedCents: 3_050_000, awardedCents: 1_850_000 }]);
  });

  it.each([
    [1_820_000, ['P6 120000 partial REVIEW MONEY', 'P7 0 waitlisted MONEY', 'P8 0 waitlisted MONEY'], 0],
    [1_819_999, ['P6 0 waitlisted REVIEW MONEY', 'P7 0 waitlisted MONEY', 'P8 100000 awarded'], 19_999],
  ])('with %d left a cent decides', async (left, lines, after) => {
    await e8(left);
    const slate = await year.slate(Q3);
    expect(shown(slate.lines).slice(5, 8)).toEqual(lines);
    expect(slate.leftAfterCents).toBe(after);
  });
});

describe('E9, promotion', () => {
  it.each([
    ['P1', ['P7 400000 awarded', 'P8 100000 awarded'], 0],
    ['P4', ['P7 400000 awarded'], 0],
    ['P3', ['P7 300000 partial MONEY'], 0],
    ['P6', ['P8 100000 awarded'], 50_000],
  ])('when %s declines', async (name, promoted, left) => {
    await e8(1_850_000);
    await year.decide(Q3);
    const slug = PROPOSALS[name]![0];
    await year.do(`${slug}-staff`, `/v1/awards/${await year.awardOf(ids.get(name)!)}/decline`);
    const { json } = await year.do('pat', `/v1/rounds/${Q3}/promote`);
    expect(shown(json.lines)).toEqual(promoted);
    expect(json.leftAfterCents).toBe(left);
    // P5 stays not funded and P6 is never topped up.
    const slate = (await year.get('pia', `/v1/rounds/${Q3}/slate`)).json;
    expect(shown(slate.lines).slice(4, 6)).toEqual(['P5 0 not-funded HEADROOM', 'P6 150000 partial REVIEW MONEY']);
    expect(slate.promotions).toHaveLength(1);
  });
});

describe('E12, caps inside a round', () => {
  async function round(): Promise<void> {
    year = await GrantsOverHttp.open(SLUGS);
    year.at('2026-07-01T12:00:00.000Z');
    await year.do('fin', '/v1/pools', { year: 2026, release: 'annual' });
    await year.openRound(Q3, '2026-07-01T00:00:00-07:00', '2026-09-16T00:00:00-07:00');
  }

  it('a cap that was lowered before the close holds for all', async () => {
    await round();
    ids.set('five', await year.submit('a', 500_000, Q3)).set('nine', await year.submit('b', 900_000, Q3));
    await year.do('pia', `/v1/rounds/${Q3}/change-cap`, { capPerPartnerCents: 400_000, reason: 'The fund runs hot.' });
    year.at(AFTER);
    for (const name of ['five', 'nine']) await year.reviewed(ids.get(name)!);
    expect(shown((await year.slate(Q3)).lines)).toEqual(['five 400000 partial CAP', 'nine 400000 partial CAP']);
  });

  it.each([
    [300_000, 'second 150000 partial HEADROOM'],
    [300_001, 'second 0 not-funded HEADROOM'],
  ])('after 350000 in full, a request of %d', async (cents, line) => {
    await round();
    ids.set('first', await year.submit('a', 350_000, Q3)).set('second', await year.submit('a', cents, Q3));
    year.at(AFTER);
    for (const name of ['first', 'second']) await year.reviewed(ids.get(name)!);
    expect(shown((await year.decide(Q3)).lines)).toEqual(['first 350000 awarded', line]);
    const { json } = await year.get('fin', `/v1/grant-cap-usage?quarter=${Q3}&partner=a`);
    const used = cents === 300_000 ? 500_000 : 350_000;
    expect(json.data[0]).toMatchObject({
      ...{ partner: { id: partnerNamed('a') }, capCents: 500_000 },
      ...{ usedCents: used, headroomCents: 500_000 - used },
    });
  });
});
