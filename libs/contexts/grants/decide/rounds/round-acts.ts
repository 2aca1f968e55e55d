import { isPast } from '#contexts/grants/decide/rounds/shut';
import type { GrantsState, Round } from '#contexts/grants/decide/state';
import type { NotNow } from '#kernel/decider/answer';
import { notFound, notNow } from '#kernel/decider/answer';
import type { Instant } from '#kernel/time/instant';

/** A round before its deadline; or why not. */
export function beforeDeadline(quarter: string, state: Readonly<GrantsState>, at: Instant): Round | NotNow {
  const round = state.rounds.get(quarter);
  if (round === undefined) return notFound;
  if (!isPast(round, at)) return round;
  const { closesAt, closedAt } = round.standing;
  return notNow('NOT_OPEN', `The round of ${quarter} closed at ${closedAt ?? closesAt}.`, { quarter });
}
