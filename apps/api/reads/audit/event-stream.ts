import type { EventStore } from '#platform/event-store/port/event-store';
import type { OnModuleDestroy } from '@nestjs/common';
import { ProblemError } from '../../http/problems';
import { EventPages, eventText } from './event-pages';
import type { EventQuery } from './event-query';

/** How long nothing may happen before a comment shows that the connection lives. */
const HEARTBEAT_MS = 10_000;
/** How often the log is looked at although nobody called, and whether the server is stopping. */
const LOOK_MS = 500;
/** Then the client comes back by itself, and is asked again who it is and what it may. */
const LONGEST_MS = 15 * 60_000;
const MOST_STREAMS = 100;

/**
 * The log as it grows, for server-sent events. Pulled by the connection: an event is read when there is room for it, so a
 * slow reader costs no memory here (G32).
 */
export class EventStream implements OnModuleDestroy {
  private readonly pages: EventPages;
  private open = 0;
  private ended = false;

  constructor(private readonly store: EventStore) {
    this.pages = new EventPages(store);
  }

  /** Ends every stream within half a second, and takes no new one; at the latest when the application is closed. */
  endAll(): void {
    this.ended = true;
  }

  onModuleDestroy(): void {
    this.endAll();
  }

  /** Stops with 503 when too many are open. `mayGoOn` is asked before every look: who is signed out hears no more. */
  follow(query: EventQuery, isStopping: () => boolean, mayGoOn: () => Promise<boolean>): AsyncGenerator<string> {
    if (this.open >= MOST_STREAMS) {
      throw new ProblemError('BUSY', `${MOST_STREAMS} streams are open.`, {}, { 'Retry-After': '10' });
    }
    return this.frames(query, () => this.ended || isStopping(), mayGoOn);
  }

  private async *frames(
    query: EventQuery,
    isStopping: () => boolean,
    mayGoOn: () => Promise<boolean>,
  ): AsyncGenerator<string> {
    this.open += 1;
    const bell = new Bell(this.store);
    const until = performance.now() + LONGEST_MS;
    let { after } = query;
    try {
      // Sends the head at once, and tells a client that loses the connection when to come back.
      yield 'retry: 2000\n\n';
      let heard = performance.now();
      while (!isStopping() && performance.now() < until && (await mayGoOn())) {
        const head = await this.pages.head();
        for await (const event of this.pages.events({ ...query, after })) {
          yield `id: ${event.sequence}\nevent: ${event.type}\ndata: ${eventText(event)}\n\n`;
          [after, heard] = [event.sequence, performance.now()];
          if (isStopping()) return;
        }
        // What a filter passed over need not be looked at again.
        after = Math.max(after, head);
        await bell.rings(LOOK_MS);
        if (performance.now() - heard < HEARTBEAT_MS) continue;
        yield ': still here\n\n';
        heard = performance.now();
      }
    } finally {
      bell.hangUp();
      this.open -= 1;
    }
  }
}

/** Wakes one waiter when something was appended, with a memory of one ring. */
class Bell {
  private rang = false;
  private wake: () => void = () => undefined;
  readonly hangUp: () => void;

  constructor(store: EventStore) {
    this.hangUp = store.onAppended(() => {
      this.rang = true;
      this.wake();
    });
  }

  async rings(ms: number): Promise<void> {
    if (!this.rang) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.rang = false;
  }
}
