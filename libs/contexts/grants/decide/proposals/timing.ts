import { refusal } from '#contexts/grants/decide/no';
import { isShut } from '#contexts/grants/decide/rounds/shut';
import type { Round } from '#contexts/grants/decide/state';
import type { Refusal } from '#kernel/decider/answer';
import type { Instant } from '#kernel/time/instant';

/** The refusal outside the round's time; by the instant at which the server received the request. */
export function untimely(round: Round, at: Instant): Refusal | undefined {
  const { quarter, opensAt, closesAt, closedAt } = round.standing;
  if (at < opensAt) {
    return refusal('ROUND_NOT_OPEN', `The round of ${quarter} opens at ${opensAt}; it was ${at}.`, {
      ...{ quarter, opensAt, receivedAt: at },
    });
  }
  if (!isShut(round, at)) return undefined;
  const closed = closedAt ?? closesAt;
  return refusal('ROUND_CLOSED', `The round of ${quarter} closed at ${closed}; it was ${at}.`, {
    ...{ quarter, closedAt: closed, receivedAt: at },
  });
}

/** Taken after the deadline, in the policy's grace. */
export const withinGrace = ({ standing }: Round, at: Instant): boolean => at >= standing.closesAt;
