import type { Timers } from '#platform/runtime/timers';

interface Waiter {
  readonly sequence: number;
  settle(reached: boolean): void;
}

/** Those who wait for a view to reach a sequence (G10). */
export class Waiters {
  private readonly waiting = new Set<Waiter>();

  constructor(private readonly timers: Timers) {}

  /** True once `reached` is called with that sequence or a later one, false after `timeoutMs` or when all is given up. */
  wait(sequence: number, timeoutMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const callOff = Number.isFinite(timeoutMs) ? this.timers.after(timeoutMs, () => waiter.settle(false)) : undefined;
      const waiter: Waiter = {
        sequence,
        settle: (reached) => {
          this.waiting.delete(waiter);
          callOff?.();
          resolve(reached);
        },
      };
      this.waiting.add(waiter);
    });
  }

  reached(sequence: number): void {
    for (const waiter of this.waiting) if (waiter.sequence <= sequence) waiter.settle(true);
  }

  giveUp(): void {
    for (const waiter of this.waiting) waiter.settle(false);
  }
}
