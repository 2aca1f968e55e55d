import type { Instant } from '#kernel/time/instant';
import type { EventReader } from '#platform/event-store/port/event-reader';

/**
 * The greatest n with knownAt(n) ≤ `at`; −1 when nothing was known yet. By bisection, for a log that finds any checkpoint
 * at once; others are read through (`KnownAtIndex`).
 */
export async function sequenceAt(at: Instant, log: Pick<EventReader, 'head' | 'checkpointAt'>): Promise<number> {
  let known = -1;
  let beyond = (await log.head()).sequence + 1;
  while (beyond - known > 1) {
    const middle = (known + beyond) >>> 1;
    const { knownAt } = await log.checkpointAt(middle);
    if (knownAt !== null && Date.parse(knownAt) <= Date.parse(at)) known = middle;
    else beyond = middle;
  }
  return known;
}
