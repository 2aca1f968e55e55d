import type { Instant } from '#kernel/time/instant';
import { Clock } from '#platform/runtime/clock';

/** A clock that stands where it was set. */
export class FixedClock extends Clock {
  constructor(public at: Instant) {
    super();
  }

  now(): Instant {
    return this.at;
  }
}
