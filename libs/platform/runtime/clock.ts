import type { Instant } from '#kernel/time/instant';
import { instant } from '#kernel/time/instant';

/** The only source of "now". A simulation and a test bring their own. */
export abstract class Clock {
  abstract now(): Instant;
}

export class SystemClock extends Clock {
  now(): Instant {
    return instant(new Date().toISOString());
  }
}
