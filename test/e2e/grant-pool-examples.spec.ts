import type { GrantsPolicy } from '#contexts/grants/policy/grants-policy';
import { GrantsOverHttp } from '../support/grants-over-http';

jest.setTimeout(120_000);

/** E5, E6 and E10 of the worked examples, through HTTP; E7 is paying-an-award.spec.ts. */
let year: GrantsOverHttp;
afterEach(() => year.close());

const SLUGS = Array.from({ length: 50 }, (_, n) => `p${n + 1}`);
type Quarter = 'Q1' | 'Q2' | 'Q3' | 'Q4';
const MONTHS = { Q1: '01', Q2: '04', Q3: '07', Q4: '10' } as const;
const day = (quarter: Quarter, date: string): string => `2026-${MONTHS[quarter]}-${date}T20:00:00.000Z`;

async function openYear(funded: number, release: GrantsPolicy['release'], partners = SLUGS.length): Promise<void> {
  year = await GrantsOverHttp.open(SLUGS.slice(0, partners));
  year.at('2026-01-02T20:00:00.000Z');
  await year.do('fin', '/v1/pools', { year: 2026, fundedCents: funded, release });
}

/** Cap and money of a round as it opens. */
async function open(q: Quarter): Promise<readonly [number, number]> {
  year.at(day(q, '02'));
  const border = (date: string): string => `2026-${MONTHS[q]}-${date}T00:00:00-08:00`;
  const { json } = await year.openRound(`2026-${q}`, border('02'), border('10'));
  return [json.capPerPartnerCents, json.releasedAvailableCents];
}

interface Line {
  readonly proposalId: string;
  readonly awardId: string;
  readonly outcome: string;
}

/** The round gives these amounts, each to a partner of its own, and decides on a day; the awards. */
async function give(q: Quarter, amounts: readonly number[], decidedAt = day(q, '11')): Promise<readonly string[]> {
  year.at(day(q, '03'));
  const quarter = `2026-${q}`;
  const ids = await Promise.all(amounts.map((cents, n) => year.submit(SLUGS[n]!, cents, quarter)));
  year.at(decidedAt);
  await Promise.all(ids.map((id) => year.reviewed(id)));
  const { lines } = await year.decide(quarter);
  expect(lines.map(({ outcome }: Line) => outcome)).toEqual(amounts.map(() => 'awarded'));
  const awards = new Map<string, string>(lines.map((line: Line) => [line.proposalId, line.awardId]));
  return ids.map((id) => awards.get(id) ?? '');
}

/** An offer that nobody accepts lapses: each but the first so many, by the partner that it is made to. */
async function accept(awards: readonly string[], from = 0): Promise<void> {
  await Promise.all(
    awards.flatMap((id, n) => (n < from ? [] : [year.do(`p${n + 1}-staff`, `/v1/awards/${id}/accept`)])),
  );
}

/** So much in offers of at most the cap. */
const upTo = (cap: number, total: number): readonly number[] => [
  ...Array<number>(Math.floor(total / cap)).fill(cap),
  ...(total % cap === 0 ? [] : [total % cap]),
];

describe('E5, the cap schedule in integers', () => {
  it.each([
    [25_000_000, 18_749_999, [500_000, 400_000]],
    [25_000_000, 23_749_999, [400_000, 300_000]],
    [24_999_999, 18_749_999, [500_000, 400_000]],
  ])('funded %d: with %d used, and with a cent more', async (funded, used, caps) => {
    await openYear(funded, 'annual');
    expect(await open('Q1')).toEqual([500_000, funded]);
    await accept(await give('Q1', upTo(500_000, used)));
    const [before] = await open('Q2');
    await accept(await give('Q2', [1]));
    const [after] = await open('Q3');
    expect([before, after]).toEqual(caps);
  });
});

describe('E6, roll-forward', () => {
  const free = async (): Promise<number> => (await year.pool())[0]!;
  /** The system looks at what is due. */
  const lapse = (time: string): Promise<void> => year.at(time).served.network.deadlines.settle();

  it('carries what a quarter leaves to the next, and lapses the rest of the year', async () => {
    await openYear(25_000_000, 'quarterly');
    await open('Q1');
    const first = await give('Q1', [400_000, ...upTo(500_000, 4_330_000)]);
    await accept(first, 1);
    await lapse('2026-02-11T08:01:00.000Z');
    expect((await year.get('pia', `/v1/awards/${first[0]}`)).json.status).toBe('lapsed');
    expect(await open('Q2')).toEqual([500_000, 8_170_000]);
    const second = await give('Q2', [62_550, ...upTo(500_000, 7_837_450)]);
    await accept(second, 1);
    await year.do('p1-staff', `/v1/awards/${second[0]}/decline`);
    expect(await open('Q3')).toEqual([300_000, 6_582_550]);
    await accept(await give('Q3', upTo(300_000, 6_500_000)));
    expect(await open('Q4')).toEqual([300_000, 6_332_550]);
    // Decided late, so that its offers still stand when the year lapses.
    const fourth = await give('Q4', upTo(300_000, 6_000_000), '2027-01-30T20:00:00.000Z');
    await accept(fourth, 1);
    expect(await free()).toBe(332_550);
    await year.at('2027-02-28T09:00:00.000Z').do('fin', '/v1/pools', { year: 2027 });
    await year.do('fin', '/v1/pools/2026/lapse');
    const declined = await year.do('p1-staff', `/v1/awards/${fourth[0]}/decline`);
    expect(declined.json.status).toBe('declined');
    const { json } = await year.get('fin', '/v1/pools/2026');
    const { availableCents, lapsedCents, fundedCents } = json;
    expect([availableCents, lapsedCents, fundedCents - lapsedCents]).toEqual([0, 632_550, 24_367_450]);
    expect(await year.pool(2027)).toEqual([25_000_000, 0, 0, 0, 0]);
  });
});

describe('E10, borders', () => {
  it.each([
    ['Q1', '2026-01-01T08:00:00.000Z', '2026-04-01T07:00:00.000Z', 2_159],
    ['Q2', '2026-04-01T07:00:00.000Z', '2026-07-01T07:00:00.000Z', 2_184],
    ['Q3', '2026-07-01T07:00:00.000Z', '2026-10-01T07:00:00.000Z', 2_208],
    ['Q4', '2026-10-01T07:00:00.000Z', '2027-01-01T08:00:00.000Z', 2_209],
  ] as const)('%s is half-open, in the program’s zone', async (q, startsAt, endsAt, hours) => {
    await openYear(25_000_000, 'annual', 1);
    await open(q);
    const { json } = await year.get('p1-staff', `/v1/rounds/2026-${q}`);
    expect(json).toMatchObject({ startsAt, endsAt });
    expect(Date.parse(endsAt) - Date.parse(startsAt)).toBe(hours * 3_600_000);
  });

  it('an offer of the LA date 2026-10-15 stands up to local midnight after day 30', async () => {
    await openYear(25_000_000, 'annual', 1);
    await open('Q4');
    year.at(day('Q4', '03'));
    const id = await year.submit('p1', 400_000, '2026-Q4');
    await year.at('2026-10-16T06:59:59.999Z').reviewed(id);
    await year.decide('2026-Q4');
    const award = await year.awardOf(id);
    expect((await year.get('p1-staff', `/v1/awards/${award}`)).json.lapsesAt).toBe('2026-11-15T08:00:00.000Z');
    const [staff, pia] = [await year.staff('p1'), await year.as('pia')];
    year.at('2026-11-15T07:59:59.999Z');
    expect((await pia.post(`/v1/awards/${award}/lapse`, {})).json.code).toBe('LAPSE_NOT_DUE');
    year.at('2026-11-15T08:00:00.000Z');
    expect((await staff.post(`/v1/awards/${award}/accept`, {})).json.because).toBe('OFFER_LAPSED');
    expect((await pia.post(`/v1/awards/${award}/lapse`, {})).json.status).toBe('lapsed');
  });
});
