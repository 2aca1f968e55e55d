import { AwardAccepted } from '#contexts/grants/events/award-accepted';
import { AwardAmended } from '#contexts/grants/events/award-amended';
import { AwardDeclined } from '#contexts/grants/events/award-declined';
import { AwardLapsed } from '#contexts/grants/events/award-lapsed';
import { AwardReportAccepted } from '#contexts/grants/events/award-report-accepted';
import { AwardReversed } from '#contexts/grants/events/award-reversed';
import { FundsReturned } from '#contexts/grants/events/funds-returned';
import { PoolFunded } from '#contexts/grants/events/pool-funded';
import { PoolLapsed } from '#contexts/grants/events/pool-lapsed';
import type { PoolStanding } from '#contexts/grants/events/pool-standing';
import { RoundAllocated } from '#contexts/grants/events/round-allocated';
import { WaitlistPromoted } from '#contexts/grants/events/waitlist-promoted';
import type { PoolDocument, PoolFigures, PoolQuarter } from '#contexts/grants/views/pools';
import { PayableCreated } from '#contexts/payouts/events/payable-created';
import { PaymentSettled } from '#contexts/payouts/events/payment-settled';
import { assert, impossible, present } from '#kernel/assert/assert';
import type { Projection } from '#kernel/decider/projection';
import type { Cents } from '#kernel/money/cents';
import { add, lesser, subtract, ZERO } from '#kernel/money/cents';

type AwardRead =
  AwardAccepted | AwardDeclined | AwardLapsed | AwardAmended | AwardReportAccepted | FundsReturned | AwardReversed;
type OfPayouts = PayableCreated | PaymentSettled;
type Read = PoolFunded | PoolLapsed | RoundAllocated | WaitlistPromoted | AwardRead | OfPayouts;

/** A document for each program year. Committed, payable and paid split what the ledger calls awarded. */
export const poolsProjection: Projection<PoolDocument> = {
  view: { name: 'grant-pools', version: 2 },
  types: [
    ...[PoolFunded, PoolLapsed, RoundAllocated, WaitlistPromoted, AwardAccepted, AwardDeclined, AwardLapsed],
    ...[AwardAmended, AwardReportAccepted, FundsReturned, AwardReversed, PayableCreated, PaymentSettled],
  ],
  keys(recorded) {
    const event = recorded as Read;
    const owed = owedBy(event);
    if (owed !== undefined) return owed.fund === 'grants' ? [String(owed.programYear)] : [];
    return [String(standingOf(event as OfGrants).year)];
  },
  fold(document, recorded) {
    const event = recorded as Read;
    if (event.type === 'PoolFunded') return funded(event);
    const pool = present(document, 'the pool of an event');
    if (event.type === 'PayableCreated') return moneyOf(pool, event.data, 'committedCents', 'payableCents');
    if (event.type === 'PaymentSettled') return moneyOf(pool, event.data.payment, 'payableCents', 'paidCents');
    const { revision } = event;
    const next = { ...pool, ...yearOf(standingOf(event)), revision };
    if (event.type === 'PoolLapsed') return next;
    return { ...next, ...inQuarter(pool, quarterOf(event), (figures) => moved(figures, event)) };
  },
};

type OfGrants = Exclude<Read, OfPayouts>;

/** The money of a payouts event; undefined of any other. */
function owedBy(event: Read): Owed | undefined {
  if (event.type === 'PayableCreated') return event.data;
  return event.type === 'PaymentSettled' ? event.data.payment : undefined;
}
type Owed = Pick<PayableCreated['data'], 'payableId' | 'fund' | 'source' | 'programYear' | 'amountCents'>;

function standingOf(event: OfGrants): PoolStanding {
  return 'move' in event.data ? event.data.move.pool : event.data.pool;
}

function quarterOf(event: RoundAllocated | WaitlistPromoted | AwardRead): string {
  if (event.type === 'RoundAllocated') return event.data.round.quarter;
  return event.type === 'WaitlistPromoted' ? event.data.quarter : event.data.award.quarter;
}

const NOTHING: PoolFigures = {
  offeredCents: ZERO,
  committedCents: ZERO,
  payableCents: ZERO,
  paidCents: ZERO,
  returnedCents: ZERO,
};

function funded({ data, revision }: PoolFunded): PoolDocument {
  const { pool, releases, lapsesFrom } = data;
  const quarters = releases.map((budgetCents, index): PoolQuarter => ({
    quarter: `${pool.year}-Q${index + 1}`,
    budgetCents,
    ...NOTHING,
  }));
  const { year, release } = pool;
  return { year, release, ...yearOf(pool), ...NOTHING, lapsesFrom, quarters, revision };
}

/** The year's figures that a pool standing says; the split of what was awarded is reckoned by quarter. */
function yearOf({
  fundedCents,
  availableCents,
  lapsedCents,
  lapsed,
}: PoolStanding): Pick<PoolDocument, 'fundedCents' | 'availableCents' | 'lapsedCents' | 'lapsed'> {
  return { fundedCents, availableCents, lapsedCents, lapsed };
}

/** The quarter's figures changed, and the year's with them by as much. */
function inQuarter(
  pool: PoolDocument,
  quarter: string,
  change: (figures: PoolFigures) => PoolFigures,
): PoolFigures & Pick<PoolDocument, 'quarters'> {
  const before = present(
    pool.quarters.find((one) => one.quarter === quarter),
    'the quarter of an event',
  );
  const after = change(before);
  const by = (field: keyof PoolFigures): Cents => add(pool[field], subtract(after[field], before[field]));
  return {
    offeredCents: by('offeredCents'),
    committedCents: by('committedCents'),
    payableCents: by('payableCents'),
    paidCents: by('paidCents'),
    returnedCents: by('returnedCents'),
    quarters: pool.quarters.map((one) => (one.quarter === quarter ? { ...one, ...after } : one)),
  };
}

function moved(figures: PoolFigures, event: RoundAllocated | WaitlistPromoted | AwardRead): PoolFigures {
  const { offeredCents, committedCents } = figures;
  switch (event.type) {
    case 'RoundAllocated':
    case 'WaitlistPromoted': {
      const lines = event.type === 'RoundAllocated' ? event.data.slate.lines : event.data.lines;
      const given = lines.reduce((total, { awardedCents }) => add(total, awardedCents), ZERO);
      return { ...figures, offeredCents: add(offeredCents, given) };
    }
    case 'AwardAccepted': {
      const { award } = event.data;
      return {
        ...figures,
        offeredCents: subtract(offeredCents, award.offeredCents),
        committedCents: add(committedCents, award.netCents),
      };
    }
    case 'AwardDeclined':
    case 'AwardLapsed':
      return { ...figures, offeredCents: subtract(offeredCents, event.data.move.freedCents) };
    case 'FundsReturned':
      return returned(figures, event);
    case 'AwardReversed':
      return event.data.award.acceptedCents === 0
        ? { ...figures, offeredCents: subtract(offeredCents, event.data.move.freedCents) }
        : { ...figures, committedCents: subtract(committedCents, event.data.move.freedCents) };
    case 'AwardAmended':
    case 'AwardReportAccepted':
      return { ...figures, committedCents: subtract(committedCents, event.data.move.freedCents) };
    default:
      return impossible(event, 'an event of the pool');
  }
}

/** Money that was repaid had been paid; of a payable that was cancelled, it had not. */
function returned(figures: PoolFigures, { data }: FundsReturned): PoolFigures {
  const repaid = data.how === 'repaid';
  const order = repaid
    ? (['paidCents', 'payableCents', 'committedCents'] as const)
    : (['payableCents', 'committedCents', 'paidCents'] as const);
  let left = data.returnedCents;
  const after: { -readonly [F in keyof PoolFigures]: Cents } = {
    ...figures,
    returnedCents: add(figures.returnedCents, repaid ? data.returnedCents : ZERO),
  };
  for (const field of order) {
    const taken = lesser(left, after[field]);
    after[field] = subtract(after[field], taken);
    left = subtract(left, taken);
  }
  assert(left === 0, 'what came back had gone out', { awardId: data.award.awardId });
  return after;
}

/** Money of one award goes from one of the exclusive figures to the next. */
function moneyOf(
  pool: PoolDocument,
  { source, payableId, amountCents }: Owed,
  from: 'committedCents' | 'payableCents',
  to: 'payableCents' | 'paidCents',
): PoolDocument {
  assert(source.kind === 'award', 'a payable of the grants pays an award', { payableId });
  return {
    ...pool,
    ...inQuarter(pool, source.quarter, (figures) => ({
      ...figures,
      [from]: subtract(figures[from], amountCents),
      [to]: add(figures[to], amountCents),
    })),
  };
}
