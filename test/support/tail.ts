import type { Checkpoint, EventStore, LoggedEvent } from '#platform/event-store/port/event-store';
import { START } from '#platform/event-store/port/event-store';

/** Follows a log as projections do: read to the end, wait to be woken, read on from the last checkpoint. */
export class Tail {
  private woken = false;
  private wake: () => void = () => undefined;

  constructor(private readonly store: EventStore) {}

  /** Resolves with the log's events once it has seen `count` of them. */
  async follow(count: number, from: Checkpoint = START): Promise<LoggedEvent[]> {
    const seen: LoggedEvent[] = [];
    const stop = this.store.onAppended(() => {
      this.woken = true;
      this.wake();
    });
    while (seen.length < count) {
      this.woken = false;
      for await (const logged of this.store.readAll(seen.at(-1)?.checkpoint ?? from)) seen.push(logged);
      if (seen.length < count) await this.nextWake();
    }
    stop();
    return seen;
  }

  /** Returns at once when the log grew while it was being read: that wake came before anybody waited. */
  private nextWake(): Promise<void> {
    return new Promise((resolve) => {
      this.wake = resolve;
      if (this.woken) resolve();
    });
  }
}
