import type { Instant } from '#kernel/time/instant';
import { plusHours } from '#kernel/time/instant';

/** What was asked for and left lying is no longer what anybody decided on: 30 days, then it has to be asked for anew. */
const APPROVAL_DAYS = 30;

/** The exclusive end of the time in which a request of two people's act may be confirmed. */
export const expiryOf = (requestedAt: Instant): Instant => plusHours(requestedAt, 24 * APPROVAL_DAYS);
