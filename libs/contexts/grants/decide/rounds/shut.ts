import type { Round } from '#contexts/grants/decide/state';
import type { Instant } from '#kernel/time/instant';

/** Whether the round takes no proposals any more, revisions and withdrawals among them. */
export const isShut = ({ standing }: Round, at: Instant): boolean =>
  standing.status !== 'open' || at >= standing.graceEndsAt;

/** Whether the deadline has passed, grace or not. */
export const isPast = ({ standing }: Round, at: Instant): boolean =>
  standing.status !== 'open' || at >= standing.closesAt;
