import type { PoolDocument } from '#contexts/grants/views/pools';
import type { Cents } from '#kernel/money/cents';
import { add, cents, greater, lesser, subtract, sum, ZERO } from '#kernel/money/cents';
import type { PlainDate } from '#kernel/time/plain-date';
import { addDays, daysBetween } from '#kernel/time/plain-date';

/** Where a year's money is going, at the pace until now. */
export interface Forecast {
  /** Offered and given, per day of the year so far, rounded down. */
  readonly burnCentsPerDay: Cents;
  /** The day on which nothing is left at this pace; null when that is after the year, or when nothing is used. */
  readonly exhaustedOn: PlainDate | null;
  /** The next quarter's round, and the cap that it would freeze if it were opened now; null after the last quarter. */
  readonly next: { readonly quarter: string; readonly capPerPartnerCents: Cents } | null;
}

export type PoolPage = Omit<PoolDocument, 'revision'> & {
  /** What the round of `quarter` may give at this moment. */
  readonly releasedAvailableCents: Cents;
  readonly quarter: string;
  readonly forecast: Forecast;
};

/** Of which moment and under which rules a page is made. */
export interface PoolMoment {
  /** The quarter of today, or the year's last for a year that is over. */
  readonly quarter: string;
  readonly today: PlainDate;
  /** The program year's first and last day. */
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
  /** The cap schedule in force: policy/cap-schedule.ts, which a view may not import. */
  readonly capAt: (usedCents: Cents, baseCents: Cents) => Cents;
}

/** A year's page: the exclusive figures, what the quarter's round may give, and a forecast. Pure: the moment is handed in. */
export function poolPage({ revision: _revision, ...pool }: PoolDocument, moment: PoolMoment): PoolPage {
  const { quarter } = moment;
  const left = subtract(released(pool, quarter), used(pool));
  const releasedAvailableCents = greater(ZERO, lesser(left, pool.availableCents));
  return { ...pool, quarter, releasedAvailableCents, forecast: forecast(pool, moment) };
}

type Money = Omit<PoolDocument, 'revision'>;

const used = ({ offeredCents, committedCents, payableCents, paidCents }: Money): Cents =>
  sum([offeredCents, committedCents, payableCents, paidCents]);

/** Budgets of the quarters up to and including this one. */
const released = ({ quarters }: Money, upTo: string): Cents =>
  sum(quarters.filter(({ quarter }) => quarter <= upTo).map(({ budgetCents }) => budgetCents));

function forecast(pool: Money, { today, startsOn, endsOn, quarter, capAt }: PoolMoment): Forecast {
  const days = Math.max(1, Math.min(daysBetween(startsOn, today), daysBetween(startsOn, endsOn)) + 1);
  const usedCents = used(pool);
  const next = nextOf(quarter);
  const base = pool.release === 'annual' ? pool.fundedCents : released(pool, quarter);
  return {
    burnCentsPerDay: cents(Math.floor(usedCents / days)),
    exhaustedOn: exhaustion(pool.availableCents, usedCents, days, today, endsOn),
    next: next === null ? null : { quarter: next, capPerPartnerCents: capAt(usedCents, base) },
  };
}

/** available ÷ (used ÷ days), rounded up, in integers of any size. */
function exhaustion(
  available: Cents,
  usedCents: Cents,
  days: number,
  today: PlainDate,
  endsOn: PlainDate,
): PlainDate | null {
  if (usedCents === 0 || today > endsOn) return null;
  const product = BigInt(available) * BigInt(days);
  const more = (product + BigInt(usedCents) - 1n) / BigInt(usedCents);
  if (more > BigInt(daysBetween(today, endsOn))) return null;
  return addDays(today, Number(more));
}

function nextOf(quarter: string): string | null {
  const ordinal = Number(quarter.slice(6));
  return ordinal === 4 ? null : `${quarter.slice(0, 6)}${ordinal + 1}`;
}

/** Whether the figures of a page add up: what finance checks first. */
export const addsUp = (pool: Money): boolean =>
  add(used(pool), add(pool.availableCents, pool.lapsedCents)) === pool.fundedCents;
