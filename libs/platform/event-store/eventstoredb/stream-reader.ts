import { assert, present } from '#kernel/assert/assert';
import type { Connection } from '#platform/event-store/eventstoredb/connection';
import { isStreamNotFound, readFailure } from '#platform/event-store/eventstoredb/failure';
import type { LogCount } from '#platform/event-store/eventstoredb/log-count';
import type { Tail } from '#platform/event-store/eventstoredb/tail';
import { fromWire } from '#platform/event-store/eventstoredb/wire-event';
import type { StoredEvent } from '#platform/event-store/port/stored-event';
import type { RecordedEvent, ResolvedEvent } from '@eventstore/db-client';
import { BACKWARDS, END } from '@eventstore/db-client';

const PAGE = 1_000;

/** Reads one stream; each event's sequence is looked up by its position, which the tail has counted. */
export class StreamReader {
  constructor(
    private readonly connection: Connection,
    private readonly count: LogCount,
    private readonly tail: Tail,
    private readonly head: () => Promise<unknown>,
  ) {}

  async *readStream(stream: string, from: number): AsyncIterable<StoredEvent> {
    const recent = await this.recent(stream, from);
    if (recent !== undefined) yield* recent;
    else yield* this.readPages(stream, from);
  }

  /**
   * The stream from memory, when the tail still has its event `from` or an earlier one: what a mailbox reads on after
   * a conflict, or looks for after an "unknown". As fresh as a read, for the head is asked for first.
   */
  private async recent(stream: string, from: number): Promise<readonly StoredEvent[] | undefined> {
    if (!this.tail.recent.holds(stream, from)) return undefined;
    await this.head();
    return this.tail.recent.holds(stream, from) ? this.tail.recent.ofStream(stream, from) : undefined;
  }

  private async *readPages(stream: string, from: number): AsyncIterable<StoredEvent> {
    let page = await this.page(stream, from);
    // A long stream may grow while it is read; a short one was read in one call.
    const end = page.length < PAGE ? Infinity : await this.lastRevision(stream);
    for (let next = from; page.length > 0 && next <= end; page = await this.page(stream, next)) {
      for (const event of await this.counted(page, next)) {
        if (event.revision > end) return;
        yield event;
      }
      next += page.length;
      if (page.length < PAGE) return;
    }
  }

  private async page(stream: string, from: number): Promise<RecordedEvent[]> {
    const options = { fromRevision: BigInt(from), maxCount: PAGE, requiresLeader: true };
    try {
      const found = await this.connection.page<ResolvedEvent>(`stream ${stream}`, (client) =>
        client.readStream(stream, options),
      );
      return found.flatMap(({ event }) => event ?? []);
    } catch (error) {
      if (isStreamNotFound(error)) return [];
      throw readFailure(error);
    }
  }

  private async lastRevision(stream: string): Promise<number> {
    const options = { direction: BACKWARDS, fromRevision: END, maxCount: 1, requiresLeader: true } as const;
    const found = await this.connection.pageOrFailure<ResolvedEvent>(`the end of stream ${stream}`, (client) =>
      client.readStream(stream, options),
    );
    return Number(present(found[0]?.event, `the last event of ${stream}`).revision);
  }

  private async counted(page: readonly RecordedEvent[], from: number): Promise<StoredEvent[]> {
    await this.tail.reached(placeOf(present(page.at(-1), 'the last event of a page')));
    const events: StoredEvent[] = [];
    for (const [index, recorded] of page.entries()) {
      const sequence = await this.count.positions.sequenceAt(placeOf(recorded));
      const { streamId: stream } = recorded;
      const revision = Number(recorded.revision);
      assert(revision === from + index, 'a stream of which events were removed', { stream, from, revision });
      assert(sequence !== undefined, 'an event of a stream that is not in the log', { stream, revision });
      events.push(fromWire(recorded, sequence));
    }
    return events;
  }
}

/** Servers before 22.6 do not say it, and are not supported. */
function placeOf({ position, streamId }: RecordedEvent): number {
  return Number(present(position, `the position of an event of ${streamId}`).commit);
}
