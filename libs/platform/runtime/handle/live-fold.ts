import type { AnyEventType, SequencedEvent } from '#kernel/decider/event';
import { SharedCall } from '#kernel/shared-call/shared-call';
import type { EventCatalogue } from '#kernel/decider/upcast';
import type { Checkpoint, EventStore } from '#platform/event-store/port/event-store';
import { START } from '#platform/event-store/port/event-store';
import { decodeEvent } from '#platform/runtime/codec/event-codec';

/** A fold over the whole log, for what the edge must know before it lets anybody in: people, roles, affiliations. */
export interface LogFold<State> {
  readonly types: readonly AnyEventType[];
  initial(): State;
  evolve(state: State, event: SequencedEvent): State;
}

/** A log fold kept in memory and read on before it is asked, so that a revoked role is gone at once. */
export class LiveFold<State> {
  private state: State;
  private checkpoint: Checkpoint = START;
  /** Shared by all who wait: while the log hangs, the hundredth waits no longer than the second. */
  private readonly reading = new SharedCall(() => this.readOn());

  constructor(
    private readonly fold: LogFold<State>,
    private readonly store: EventStore,
    private readonly catalogue: EventCatalogue,
  ) {
    this.state = fold.initial();
  }

  /** The state at the log's head of this moment, at least. */
  async current(): Promise<Readonly<State>> {
    await this.reading.ask();
    return this.state;
  }

  private async readOn(): Promise<void> {
    const head = await this.store.head();
    if (head.sequence === this.checkpoint.sequence) return;
    const types = this.fold.types.map(({ type }) => type);
    for await (const { event, checkpoint } of this.store.readAll(this.checkpoint, types)) {
      this.state = this.fold.evolve(this.state, decodeEvent(event, this.catalogue));
      this.checkpoint = checkpoint;
    }
    if (this.checkpoint.sequence < head.sequence) this.checkpoint = head;
  }
}
