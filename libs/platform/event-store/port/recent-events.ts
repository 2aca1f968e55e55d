import { assert } from '#kernel/assert/assert';
import type { StoredEvent } from '#platform/event-store/port/stored-event';
import type { LoggedEvent } from '#platform/event-store/port/event-store';

const CHARACTERS = 16 * 1024 * 1024;

/**
 * The log's last events in memory. Facts, projections and reactions all read on from close behind the head, so most of
 * their reads need neither a server nor a file: what was written, or came by one subscription, feeds them all.
 */
export class RecentEvents {
  private events: LoggedEvent[] = [];
  private characters = 0;
  /** The first revision of each stream that is here. */
  private readonly firstRevisions = new Map<string, number>();

  /** Keeps at least the last `kept` events, unless they are huge. */
  constructor(private readonly kept: number) {}

  /** Adds the log's next event; stops on a gap, behind which readers would miss something. */
  add(logged: LoggedEvent): void {
    const last = this.events.at(-1)?.event.sequence;
    assert(last === undefined || logged.event.sequence === last + 1, 'the log’s last events have no gap', { last });
    this.events.push(logged);
    this.noteFirst(logged.event);
    this.characters += sizeOf(logged);
    if (this.events.length > 2 * this.kept || this.characters > 2 * CHARACTERS) this.forgetTheOldest();
  }

  /** The events with a sequence above `after` and up to `last`; undefined when the first of them is forgotten. */
  between(after: number, last: number): readonly LoggedEvent[] | undefined {
    const first = this.events[0]?.event.sequence;
    if (first === undefined || after + 1 < first) return undefined;
    return this.events.slice(after + 1 - first, last + 1 - first);
  }

  /** Whether everything of the stream from revision `from` on is here, as far as the log has been read. */
  holds(stream: string, from: number): boolean {
    return (this.firstRevisions.get(stream) ?? Infinity) <= Math.max(from, 0);
  }

  /** Looked for from the end: who follows a stream closely asks for its last few, or for none. */
  ofStream(stream: string, from: number): readonly StoredEvent[] {
    const found: StoredEvent[] = [];
    for (let place = this.events.length - 1; place >= 0; place -= 1) {
      const event = this.events[place]?.event;
      if (event?.stream !== stream) continue;
      if (event.revision < from) break;
      found.push(event);
    }
    return found.reverse();
  }

  /** Half at a time, so that adding stays cheap. */
  private forgetTheOldest(): void {
    let kept = this.events.length;
    let characters = 0;
    while (kept > 0 && this.events.length - kept < this.kept && characters < CHARACTERS) {
      kept -= 1;
      characters += sizeOf(this.events[kept]);
    }
    this.events = this.events.slice(kept);
    this.characters = characters;
    this.firstRevisions.clear();
    for (const { event } of this.events) this.noteFirst(event);
  }

  private noteFirst({ stream, revision }: StoredEvent): void {
    if (!this.firstRevisions.has(stream)) this.firstRevisions.set(stream, revision);
  }
}

const sizeOf = (logged: LoggedEvent | undefined): number =>
  (logged?.event.data.length ?? 0) + (logged?.event.metadata.length ?? 0);
