import { assert } from '#kernel/assert/assert';
import type { Instant } from '#kernel/time/instant';
import { instant } from '#kernel/time/instant';
import { Clock } from '#platform/runtime/clock';

/** A clock that stands still until the simulation moves it on. It never goes back. */
export class SimulatedClock extends Clock {
  private at: Instant = instant('1970-01-01T00:00:00.000Z');
  private ahead: readonly Instant[] = [];

  now(): Instant {
    const [next, ...rest] = this.ahead;
    if (next !== undefined) this.moveOn(next, rest);
    return this.at;
  }

  moveTo(at: Instant): void {
    assert(this.ahead.length === 0, 'every moment of a batch was somebody’s', { left: this.ahead.length });
    this.moveOn(at, []);
  }

  /**
   * From now on each look at the clock shows the next of these moments. A mailbox looks once for each command that it
   * records, in their order: so commands that are stored together are still each recorded at their own time.
   */
  runThrough(moments: readonly Instant[]): void {
    assert(this.ahead.length === 0, 'every moment of a batch was somebody’s', { left: this.ahead.length });
    this.ahead = moments;
  }

  private moveOn(at: Instant, ahead: readonly Instant[]): void {
    assert(at >= this.at, 'a simulated clock does not go back', { from: this.at, to: at });
    this.at = at;
    this.ahead = ahead;
  }
}
