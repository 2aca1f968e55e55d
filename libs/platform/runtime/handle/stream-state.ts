import { assert } from '#kernel/assert/assert';
import type { Decider } from '#kernel/decider/decider';
import type { RecordedEvent } from '#kernel/decider/event';
import type { EventCatalogue } from '#kernel/decider/upcast';
import type { Uuid } from '#kernel/ids/uuid';
import type { Instant } from '#kernel/time/instant';
import { decodeEvent } from '#platform/runtime/codec/event-codec';
import type { EventStore } from '#platform/event-store/port/event-store';
import { NO_STREAM } from '#platform/event-store/port/event-store';
import { fork, ForkedMap } from '#platform/runtime/handle/fork';

/**
 * A stream folded in memory. Owned by one mailbox. Events are evolved before they are stored: what was evolved by events
 * that then were not stored is dropped, be it the whole or a fork.
 *
 * `revisions` finds an earlier try of a command without parsing any metadata: a command's first event has the id
 * UUIDv5(command id, 0), so looking up that id answers "was this command stored, and where".
 */
export class StreamState<State extends object> {
  private constructor(
    private readonly decider: Decider<State>,
    public state: State,
    public revision: number,
    public lastRecordedAt: Instant | null,
    private readonly revisions: Map<Uuid, number>,
  ) {}

  static async load<State extends object>(
    decider: Decider<State>,
    stream: string,
    store: EventStore,
    catalogue: EventCatalogue,
  ): Promise<StreamState<State>> {
    const loaded = new StreamState(decider, decider.initial(), NO_STREAM, null, new Map());
    await loaded.readOn(stream, store, catalogue);
    return loaded;
  }

  /** The same, to be evolved apart: this one stays as it is, and must until the fork is dropped. */
  fork(): StreamState<State> {
    const { decider, state, revision, lastRecordedAt, revisions } = this;
    return new StreamState(decider, fork(state), revision, lastRecordedAt, new ForkedMap(revisions));
  }

  /** Comes to the stream's end, where another process may have written to it; true when there was anything new. */
  async readOn(stream: string, store: EventStore, catalogue: EventCatalogue): Promise<boolean> {
    const before = this.revision;
    for await (const stored of store.readStream(stream, this.revision + 1)) this.apply(decodeEvent(stored, catalogue));
    return this.revision > before;
  }

  /** Evolves by the stream's next event. Stops on one that the state says cannot happen. */
  apply(event: RecordedEvent): void {
    assert(event.revision === this.revision + 1, 'a stream is folded without a gap', {
      stream: event.stream,
      expected: this.revision + 1,
      found: event.revision,
    });
    this.state = this.decider.evolve(this.state, event);
    this.revision = event.revision;
    this.lastRecordedAt = event.recordedAt;
    this.revisions.set(event.id, event.revision);
  }

  /** Where the event with this id stands in the stream; undefined when it does not. */
  revisionOf(eventId: Uuid): number | undefined {
    return this.revisions.get(eventId);
  }
}
