import type { FundPool } from '#contexts/grants/commands/fund-pool';
import type { GrantFacts, Known } from '#contexts/grants/decide/facts';
import { grantFacts } from '#contexts/grants/decide/facts';
import { actRefused, refusal, unruled } from '#contexts/grants/decide/no';
import { releasesOf } from '#contexts/grants/decide/pool/pool-money';
import type { GrantsState } from '#contexts/grants/decide/state';
import type { GrantActRefused } from '#contexts/grants/events/grant-act-refused';
import { PoolFunded } from '#contexts/grants/events/pool-funded';
import type { GrantsPolicy } from '#contexts/grants/policy/grants-policy';
import type { Answer } from '#kernel/decider/answer';
import { accepted, notNow } from '#kernel/decider/answer';
import type { Circumstances, Sources } from '#kernel/decider/decider';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';
import { cents, dollars, ZERO } from '#kernel/money/cents';
import type { Calendar } from '#kernel/time/calendar';
import type { Instant } from '#kernel/time/instant';
import { plainDate } from '#kernel/time/plain-date';
import { quarterInterval } from '#kernel/time/program-calendar';

/** A pool of more is a slip of the keyboard, and every product of the allocation stays exact below it. */
const MOST = cents(1_000_000_000_000);

export interface FundingFacts extends GrantFacts {
  readonly lapsesFrom: Instant;
}

export function fundingFacts(
  { year }: FundPool,
  _state: Readonly<GrantsState>,
  circumstances: Circumstances,
  sources: Sources,
): Known<FundingFacts> {
  const facts = grantFacts(undefined, circumstances, sources);
  if (!('rules' in facts)) return facts;
  return { ...facts, lapsesFrom: lapseOf(year, facts.rules.content, sources.calendar) };
}

/** The policy's lapse day, the first one on or after the program year's end. */
function lapseOf(year: number, { program, lapsesFrom }: GrantsPolicy, calendar: Calendar): Instant {
  const { end } = quarterInterval(`${year}-Q4`, program, calendar);
  const endsOn = calendar.dateAt(end, program.zone);
  const sameYear = `${endsOn.slice(0, 4)}-${lapsesFrom}`;
  const day = sameYear >= endsOn ? sameYear : `${Number(endsOn.slice(0, 4)) + 1}-${lapsesFrom}`;
  return calendar.startOf(plainDate(day), program.zone);
}

/** Decides a year's funding: once a year. */
export function fundPool(
  command: FundPool,
  state: Readonly<GrantsState>,
  facts: Known<FundingFacts>,
): Answer<NewEventOf<typeof PoolFunded> | NewEventOf<typeof GrantActRefused>> {
  if (!('rules' in facts)) return unruled;
  const { year } = command;
  if (state.pools.has(year)) return notNow('POOL_FUNDED', `The program year ${year} is funded already.`, { year });
  const { content } = facts.rules;
  const fundedCents = command.fundedCents ?? content.yearlyPoolCents;
  if (fundedCents === 0 || fundedCents > MOST) {
    const detail = `A year is funded with $0.01 to ${dollars(MOST)}; ${dollars(fundedCents)} was asked for.`;
    const no = refusal('AMOUNT_OUT_OF_BOUNDS', detail, { fundedCents, mostCents: MOST });
    return actRefused({ act: 'FundPool', about: String(year), partnerId: null }, no);
  }
  const release = command.release ?? content.release;
  const sums = { offeredCents: ZERO, awardedCents: ZERO, lapsedCents: ZERO, returnedCents: ZERO };
  return accepted(
    PoolFunded({
      pool: { year, release, fundedCents, availableCents: fundedCents, ...sums, lapsed: false },
      releases: releasesOf(release, fundedCents),
      lapsesFrom: facts.lapsesFrom,
      policy: facts.policy,
      fundedBy: actingPeople(facts),
    }),
  );
}
