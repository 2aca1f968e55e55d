import { StoreUnavailable } from '#platform/event-store/port/store-unavailable';

interface Waiter {
  readonly position: number;
  settle(error?: Error): void;
}

/** Those who wait for the tail to come to a position. */
export class PositionWaiters {
  private readonly waiting = new Set<Waiter>();

  wait(position: number, ms: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiter.settle(new StoreUnavailable(`the log was not read up to ${position} within ${ms} ms`));
      }, ms);
      const waiter: Waiter = {
        position,
        settle: (error) => {
          clearTimeout(timer);
          this.waiting.delete(waiter);
          if (error === undefined) resolve();
          else reject(error);
        },
      };
      this.waiting.add(waiter);
    });
  }

  reached(position: number): void {
    for (const waiter of this.waiting) if (waiter.position <= position) waiter.settle();
  }

  giveUp(error: Error): void {
    for (const waiter of this.waiting) waiter.settle(error);
  }
}
