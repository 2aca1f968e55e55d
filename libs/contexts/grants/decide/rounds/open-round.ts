import type { OpenRound } from '#contexts/grants/commands/open-round';
import type { GrantFacts, Known } from '#contexts/grants/decide/facts';
import { grantFacts } from '#contexts/grants/decide/facts';
import { actRefused, refusal, unruled } from '#contexts/grants/decide/no';
import { capBase, leftFor, usedCents } from '#contexts/grants/decide/pool/pool-money';
import { yearOf } from '#contexts/grants/decide/quarters';
import type { GrantsState, Pool } from '#contexts/grants/decide/state';
import type { GrantActRefused } from '#contexts/grants/events/grant-act-refused';
import { RoundOpened } from '#contexts/grants/events/round-opened';
import type { RoundStanding } from '#contexts/grants/events/round-standing';
import { capStepAt } from '#contexts/grants/policy/cap-schedule';
import { present } from '#kernel/assert/assert';
import type { Answer, NotNow, Refusal } from '#kernel/decider/answer';
import { accepted, notNow } from '#kernel/decider/answer';
import type { Circumstances, Sources } from '#kernel/decider/decider';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';
import type { Instant } from '#kernel/time/instant';
import { parseInstant, plusMinutes } from '#kernel/time/instant';
import { addDays } from '#kernel/time/plain-date';
import type { Interval } from '#kernel/time/program-calendar';
import { quarterInterval } from '#kernel/time/program-calendar';

export interface OpeningFacts extends GrantFacts {
  readonly borders: Interval;
  /** Before it no round of the quarter may open. */
  readonly earliest: Instant;
}

export function openingFacts(
  { quarter }: OpenRound,
  _state: Readonly<GrantsState>,
  circumstances: Circumstances,
  sources: Sources,
): Known<OpeningFacts> {
  const facts = grantFacts(undefined, circumstances, sources);
  if (!('rules' in facts)) return facts;
  const { program, opensDaysBefore } = facts.rules.content;
  const borders = quarterInterval(quarter, program, sources.calendar);
  const firstDay = sources.calendar.dateAt(borders.start, program.zone);
  return { ...facts, borders, earliest: sources.calendar.startOf(addDays(firstDay, -opensDaysBefore), program.zone) };
}

/** Opens a quarter: borders, goals, policy and cap are frozen with it (domain.md section 4; examples.md E5, E6, E10). */
export function openRound(
  command: OpenRound,
  state: Readonly<GrantsState>,
  facts: Known<OpeningFacts>,
): Answer<NewEventOf<typeof RoundOpened> | NewEventOf<typeof GrantActRefused>> {
  if (!('rules' in facts)) return unruled;
  const { quarter } = command;
  const year = yearOf(quarter);
  const pool = state.pools.get(year);
  if (pool === undefined) return notNow('POOL_NOT_FUNDED', `The program year ${year} is not funded yet.`, { year });
  const late = unopenable(state, quarter, pool);
  if (late !== undefined) return late;
  const opensAt = present(parseInstant(command.opensAt), 'the opening');
  const closesAt = present(parseInstant(command.closesAt), 'the deadline');
  const no = misdated(quarter, opensAt, closesAt, facts) ?? twiceNamed(command);
  if (no !== undefined) return actRefused({ act: 'OpenRound', about: quarter, partnerId: null }, no);
  const round: RoundStanding = {
    quarter,
    status: 'open',
    ...{ startsAt: facts.borders.start, endsAt: facts.borders.end, opensAt, closesAt },
    graceEndsAt: plusMinutes(closesAt, facts.rules.content.graceMinutes),
    closedAt: null,
    goals: command.goals.map(({ id, text }) => ({ id, text })),
    ...frozenCap(pool, quarter, facts),
    releasedAvailableCents: leftFor(pool, quarter),
    policy: facts.policy,
  };
  return accepted(RoundOpened({ round, openedBy: actingPeople(facts) }));
}

function unopenable(state: Readonly<GrantsState>, quarter: string, { standing }: Pool): NotNow | undefined {
  const { year, lapsed } = standing;
  if (lapsed) return notNow('POOL_LAPSED', `The program year ${year} has lapsed.`, { year });
  if (state.rounds.has(quarter))
    return notNow('ROUND_EXISTS', `The round of ${quarter} was opened before.`, { quarter });
  const later = [...state.rounds.values()].find(
    (round) =>
      yearOf(round.standing.quarter) === year &&
      round.standing.quarter > quarter &&
      round.standing.status === 'allocated',
  );
  if (later === undefined) return undefined;
  const detail = `Rounds of a year are decided in order, and ${later.standing.quarter} is decided already.`;
  return notNow('ROUND_OUT_OF_ORDER', detail, { quarter, later: later.standing.quarter });
}

function misdated(
  quarter: string,
  opensAt: Instant,
  closesAt: Instant,
  { earliest, at }: OpeningFacts,
): Refusal | undefined {
  if (opensAt < earliest) {
    const detail = `The round of ${quarter} may open from ${earliest} on; ${opensAt} is earlier.`;
    return refusal('ROUND_TOO_EARLY', detail, { opensAt, earliest }, { opensAt: earliest });
  }
  if (closesAt <= opensAt) {
    return refusal('ROUND_DATES', 'A round closes after it opens.', { opensAt, closesAt });
  }
  if (closesAt > at) return undefined;
  return refusal('ROUND_DATES', 'A round closes in the future.', { closesAt, at });
}

function twiceNamed({ goals }: OpenRound): Refusal | undefined {
  const ids = goals.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice === undefined) return undefined;
  return refusal('GOAL_REPEATED', `Two goals have the id ${twice}.`, { goalId: twice });
}

/** The cap by the schedule at this moment's usage, and the figures that made it. */
function frozenCap(
  pool: Pool,
  quarter: string,
  { rules }: OpeningFacts,
): Pick<RoundStanding, 'capPerPartnerCents' | 'capReason'> {
  const used = usedCents(pool.standing);
  const baseCents = capBase(pool, quarter);
  const { capCents, fromPercent } = capStepAt(rules.content.capSteps, used, baseCents);
  return { capPerPartnerCents: capCents, capReason: { usedCents: used, baseCents, fromPercent } };
}
