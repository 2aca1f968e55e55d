import { instant } from '#kernel/time/instant';
import type { Caller, Heard } from '../support/caller';
import { sequenceOf } from '../support/caller';
import { district, school } from '../support/network';
import { Served } from '../support/served';

jest.setTimeout(60_000);

/** Worked examples of the specification, through HTTP under a simulated clock, as far as today's commands reach. */
let served: Served;
let [ana, pia, pat, fin] = [] as unknown as [Caller, Caller, Caller, Caller];
beforeEach(async () => {
  served = await Served.found();
  const people = await Promise.all(['ana', 'pia', 'pat', 'fin'].map((handle) => served.as(handle)));
  [ana, pia, pat, fin] = people as [Caller, Caller, Caller, Caller];
});
afterEach(() => served.close());

const at = (time: string): void => void (served.clock.at = instant(time));
const told = ({ status, json }: Heard): string =>
  status < 300 ? `${status} ${json.status}` : `${status} ${json.code}`;
const act = (claim: Heard, name: string, body: object, by: Caller): Promise<Heard> =>
  by.post(`${claim.headers.get('location') ?? ''}/${name}`, body);

/** Verified and approved by two people, for the catalogue's amount unless the body says otherwise. */
async function approve(claim: Heard, body: object = {}): Promise<Heard> {
  expect(told(await act(claim, 'verify', {}, pia))).toBe('200 verified');
  const approved = await act(claim, 'approve', body, pat);
  expect(told(approved)).toBe('200 approved');
  return approved;
}

/** The cap of a partner after a step: reserved, approved, headroom. */
async function capAfter(step: Heard, partner = 'alpha'): Promise<readonly number[]> {
  const query = `year=2026&partner=${partner}&minSequence=${sequenceOf(step)}`;
  const [row] = (await fin.get(`/v1/cap-usage?${query}`)).json.data;
  return [row.reservedCents, row.approvedCents, row.headroomCents];
}

describe('E1, truncation', () => {
  const course = (n: number): Promise<Heard> => ana.claim('course-launched', school(n), { courseCode: 'CSP' });

  it('takes what is left, gives back what is denied, and approves up to what is then free', async () => {
    for (const n of [1, 2, 3, 4]) await approve(await ana.claim('district-onboarded', district(n)));
    const plan = await ana.claim('strategic-plan-completed', district(1));
    expect(await capAfter(plan)).toEqual([300_000, 2_000_000, 200_000]);
    const cohort = await ana.claim('coach-cohort-managed', 'cohort:fall');
    expect([cohort.json.reservedCents, cohort.json.truncated]).toEqual([200_000, true]);
    expect(await capAfter(cohort)).toEqual([500_000, 2_000_000, 0]);
    expect(told(await course(1))).toBe('422 CAP_EXCEEDED');
    const denied = await act(plan, 'deny', { reason: 'Not adopted by the board.' }, pia);
    expect(await capAfter(denied)).toEqual([200_000, 2_000_000, 300_000]);
    const approved = await approve(cohort);
    expect(approved.json.approvedCents).toBe(250_000);
    expect(await capAfter(approved)).toEqual([0, 2_250_000, 250_000]);
    expect(await capAfter(await course(1))).toEqual([100_000, 2_250_000, 150_000]);
    const last = await ana.claim('strategic-plan-completed', district(2));
    expect([last.json.reservedCents, last.json.truncated]).toEqual([150_000, true]);
    expect(await capAfter(last)).toEqual([250_000, 2_250_000, 0]);
  });

  it.each([
    [470_000, 30_000, '201 claimed', 30_000],
    [470_001, 29_999, '422 CAP_EXCEEDED', undefined],
  ])('with %i approved of the fifth, %i are left: %s', async (given, headroom, expected, reservedCents) => {
    for (const n of [1, 2, 3, 4]) await approve(await ana.claim('district-onboarded', district(n)));
    const fifth = await approve(await ana.claim('district-onboarded', district(5)), { approvedCents: given });
    expect(await capAfter(fifth)).toEqual([0, 2_000_000 + given, headroom]);
    const last = await course(1);
    expect([told(last), last.json.reservedCents]).toEqual([expected, reservedCents]);
  });
});

describe('E10, borders', () => {
  it('takes claims until local midnight after day 90, in the program’s zone, whether that night has 8 or 7 hours', async () => {
    const claim = (n: number, outcomeDate: string): Promise<Heard> =>
      ana.claim('district-onboarded', district(n), { outcomeDate });
    at('2026-11-03T07:59:59.999Z');
    expect(told(await claim(1, '2026-08-04'))).toBe('201 claimed');
    at('2026-11-03T08:00:00.000Z');
    expect(told(await claim(2, '2026-08-04'))).toBe('422 CLAIM_WINDOW_CLOSED');
    at('2027-04-01T06:59:59.999Z');
    const late = await claim(3, '2026-12-31');
    expect([told(late), late.json.programYear]).toEqual(['201 claimed', 2026]);
    at('2027-04-01T07:00:00.000Z');
    const closed = await claim(4, '2026-12-31');
    expect([told(closed), closed.json.figures.windowClosesAt]).toEqual([
      '422 CLAIM_WINDOW_CLOSED',
      '2027-04-01T07:00:00.000Z',
    ]);
  });

  it('judges “in the future” in the partner’s own zone', async () => {
    const claim = (n: number): Promise<Heard> =>
      ana.claim('district-onboarded', district(n), { outcomeDate: '2026-12-31' });
    at('2026-12-31T04:59:59.999Z');
    expect(told(await claim(1))).toBe('422 OUTCOME_IN_FUTURE');
    at('2026-12-31T05:00:00.000Z');
    const claimed = await claim(2);
    expect([told(claimed), claimed.json.programYear]).toEqual(['201 claimed', 2026]);
  });
});

describe('E11, tiers and uniqueness', () => {
  const teachers = (n: number, units: number, outcomeDate = '2026-08-01'): Promise<Heard> =>
    ana.claim('teachers-implementing', district(n), { units, outcomeDate });

  it('pays by the number of teachers', async () => {
    expect(told(await teachers(1, 4))).toBe('422 BELOW_LOWEST_TIER');
    const tiers = [
      ...[[5, 30_000] as const, [14, 30_000] as const, [15, 75_000] as const],
      ...[[29, 75_000] as const, [30, 150_000] as const],
    ];
    for (const [units, cents] of tiers) {
      expect([units, (await teachers(units, units)).json.reservedCents]).toEqual([units, cents]);
    }
  });

  it('takes one claim a half-year', async () => {
    expect(told(await teachers(1, 5, '2026-06-30'))).toBe('201 claimed');
    expect(told(await teachers(1, 15, '2026-05-10'))).toBe('422 DUPLICATE_OUTCOME');
    expect(told(await teachers(1, 15, '2026-07-01'))).toBe('201 claimed');
    expect(told(await teachers(1, 30, '2026-08-04'))).toBe('422 DUPLICATE_OUTCOME');
  });

  it('takes a plan in the third year after a live one, and no day sooner', async () => {
    const plan = (outcomeDate: string): Promise<Heard> =>
      ana.claim('strategic-plan-completed', district(1), { outcomeDate });
    expect(told(await plan('2026-05-10'))).toBe('201 claimed');
    at('2029-01-05T12:00:00.000Z');
    expect(told(await plan('2028-12-31'))).toBe('422 DUPLICATE_OUTCOME');
    expect(told(await plan('2029-01-01'))).toBe('201 claimed');
  });
});
