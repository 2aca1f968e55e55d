import { setImmediate } from 'node:timers/promises';
import { Timers } from '#platform/runtime/timers';

/** Timers that stand still until a spec moves them on. */
export class ManualTimers extends Timers {
  private now = 0;
  private readonly due = new Set<{ readonly at: number; readonly call: () => void }>();

  after(ms: number, call: () => void): () => void {
    const timer = { at: this.now + ms, call };
    this.due.add(timer);
    return () => this.due.delete(timer);
  }

  /** Moves on by `ms`, calling back in order, and lets what was woken run. */
  async pass(ms: number): Promise<void> {
    const end = this.now + ms;
    for (let next = this.next(end); next !== undefined; next = this.next(end)) {
      this.due.delete(next);
      this.now = next.at;
      next.call();
      await settled();
    }
    this.now = end;
    await settled();
  }

  private next(end: number) {
    return [...this.due].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
  }
}

/** Some turns of the event loop: whatever needs no timer is done by then. */
export async function settled(turns = 20): Promise<void> {
  for (let i = 0; i < turns; i += 1) await setImmediate();
}
