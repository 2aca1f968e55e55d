import { assert, InvariantBroken } from '#kernel/assert/assert';
import { laterOf } from '#kernel/time/instant';
import type { Connection } from '#platform/event-store/eventstoredb/connection';
import { headPosition } from '#platform/event-store/eventstoredb/head-watch';
import type { LogCount } from '#platform/event-store/eventstoredb/log-count';
import { checkpointAt, positionOf } from '#platform/event-store/eventstoredb/log-count';
import { SharedCall } from '#kernel/shared-call/shared-call';
import type { Tail } from '#platform/event-store/eventstoredb/tail';
import { fromWire, isCounted } from '#platform/event-store/eventstoredb/wire-event';
import type { LogIndex } from '#platform/event-store/log-index/log-index';
import { INDEX_EVERY } from '#platform/event-store/log-index/log-index';
import type { Checkpoint, LoggedEvent } from '#platform/event-store/port/event-store';
import { START } from '#platform/event-store/port/event-store';
import { StoreUnavailable } from '#platform/event-store/port/store-unavailable';
import type { AllStreamRecordedEvent, AllStreamResolvedEvent, ReadPosition } from '@eventstore/db-client';
import { START as LOG_START } from '@eventstore/db-client';

// One call each, read to its end: a call that is broken off would cost the client its connection.
const PAGE = 2_000;

/** Reads the whole log in its order. */
export class LogReader {
  private readonly heads = new SharedCall(() => this.lookAtHead());

  constructor(
    private readonly connection: Connection,
    private readonly count: LogCount,
    private readonly tail: Tail,
    private readonly index: LogIndex,
  ) {}

  /** The end that the server itself states, once the tail has counted up to it: never older than what was acknowledged. */
  head(): Promise<Checkpoint> {
    return this.heads.ask();
  }

  /** From the nearest entry of the index on, at most a stretch is read. */
  async checkpointAt(sequence: number): Promise<Checkpoint> {
    if (sequence < 0) return START;
    const border = sequence - ((sequence + 1) % INDEX_EVERY);
    const entry = border < 0 ? undefined : await this.index.at(border);
    const from = entry === undefined ? START : checkpointAt(border, entry.knownAt, entry.positions.at(-1) ?? 0);
    if (from.sequence === sequence) return from;
    for await (const { checkpoint } of this.readAll(from)) if (checkpoint.sequence === sequence) return checkpoint;
    throw new InvariantBroken('the log has no event of this sequence', { sequence });
  }

  async *readAll(after: Checkpoint, types?: readonly string[]): AsyncIterable<LoggedEvent> {
    const end = (await this.head()).sequence;
    const wanted = types === undefined ? () => true : (type: string) => types.includes(type);
    let at = after;
    while (at.sequence < end) {
      const recent = this.tail.recent.between(at.sequence, end);
      if (recent !== undefined) {
        for (const logged of recent) if (wanted(logged.event.type)) yield logged;
        return;
      }
      const page: { at: Checkpoint; events: LoggedEvent[] } = await this.page(at, end, wanted);
      yield* page.events;
      at = page.at;
    }
  }

  private async lookAtHead(): Promise<Checkpoint> {
    await this.tail.reached(await headPosition(this.connection));
    return this.count.checkpoint;
  }

  /** The next stretch of the log; what is not wanted is counted and not decoded. */
  private async page(after: Checkpoint, end: number, wanted: (type: string) => boolean) {
    let at = after;
    const events: LoggedEvent[] = [];
    for (const recorded of await this.recordedAfter(after)) {
      const sequence = at.sequence + 1;
      if (sequence > end) break;
      const event = fromWire(recorded, sequence);
      const position = positionOf(recorded);
      at = checkpointAt(sequence, laterOf(at.knownAt ?? event.recordedAt, event.recordedAt), position);
      if (wanted(event.type)) events.push({ event, checkpoint: at });
    }
    // The count and this read came to the same event by different ways: deleted events would part them.
    const counted = await this.count.positions.sequenceAt(Number(at.cursor));
    assert(counted === at.sequence, 'the log has not as many events as were counted', { counted, read: at.sequence });
    return { at, events };
  }

  /** Reading is inclusive: the page begins with the event at the cursor itself. */
  private async recordedAfter({ cursor, sequence }: Checkpoint): Promise<AllStreamRecordedEvent[]> {
    let place = cursor === '' ? -1 : Number(cursor);
    for (;;) {
      const fromPosition: ReadPosition = place < 0 ? LOG_START : { commit: BigInt(place), prepare: BigInt(place) };
      const options = { fromPosition, maxCount: PAGE, requiresLeader: true };
      const page = await this.connection.pageOrFailure<AllStreamResolvedEvent>('a page of the log', (client) =>
        client.readAll(options),
      );
      const found = page.flatMap(({ event }) => (event === undefined || positionOf(event) <= place ? [] : [event]));
      const last = found.at(-1);
      if (last === undefined) throw new StoreUnavailable(`the log has no event after number ${sequence}, and should`);
      const counted = found.filter(isCounted);
      if (counted.length > 0) return counted;
      place = positionOf(last);
    }
  }
}
