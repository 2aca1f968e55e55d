import { present } from '#kernel/assert/assert';
import type { FactFold, Lookup } from '#kernel/decider/decider';
import type { StreamRead } from '#kernel/decider/event';
import { SharedCall } from '#kernel/shared-call/shared-call';
import type { EventCatalogue } from '#kernel/decider/upcast';
import type { Checkpoint, EventStore } from '#platform/event-store/port/event-store';
import { NO_STREAM, START } from '#platform/event-store/port/event-store';
import { decodeEvent } from '#platform/runtime/codec/event-codec';

// Folds of many state types live side by side; each is typed where it is declared.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type AnyFold = FactFold<any>;

interface Known {
  state: unknown;
  revision: number;
}

/**
 * What deciders may know of other streams, kept in memory and read on from the log before every batch of decisions, so
 * that what was acknowledged before a command arrived is known when it is decided.
 */
export class FactsBoard {
  private readonly known = new Map<AnyFold, Map<string, Known>>();
  private readonly types: readonly string[];
  private checkpoint: Checkpoint = START;
  private readonly reading = new SharedCall(() => this.readOn());

  constructor(
    private readonly store: EventStore,
    private readonly catalogue: EventCatalogue,
    private readonly folds: readonly AnyFold[],
  ) {
    this.types = [...new Set(folds.flatMap((fold) => fold.types.map((type) => type.type)))];
    for (const fold of folds) this.known.set(fold, new Map());
  }

  /** Reads on to the log's head of this moment, once for all who ask while it reads: never twice the same. */
  catchUp(): Promise<void> {
    return this.reading.ask();
  }

  /** A lookup that notes every stream that was asked for, with the revision that was found. */
  lookup(reads: Map<string, StreamRead>): Lookup {
    return {
      get: <State>(fold: FactFold<State>, stream: string) => {
        const found = this.statesOf(fold).get(stream);
        // Two folds may read one stream; the later revision covers both, for both have read on to the same head.
        const revision = Math.max(found?.revision ?? NO_STREAM, reads.get(stream)?.revision ?? NO_STREAM);
        reads.set(stream, { stream, revision });
        return found?.state as State | undefined;
      },
    };
  }

  /** The current state of a fold for one stream, for readers that decide nothing. */
  current<State>(fold: FactFold<State>, stream: string): Readonly<State> | undefined {
    return this.statesOf(fold).get(stream)?.state as State | undefined;
  }

  private async readOn(): Promise<void> {
    const head = await this.store.head();
    if (head.sequence === this.checkpoint.sequence) return;
    for await (const { event, checkpoint } of this.store.readAll(this.checkpoint, this.types)) {
      const decoded = decodeEvent(event, this.catalogue);
      for (const fold of this.folds) {
        if (!event.stream.startsWith(fold.prefix) || !fold.types.some(({ type }) => type === event.type)) continue;
        const states = this.statesOf(fold);
        const before = states.get(event.stream);
        const state: unknown = fold.evolve(before === undefined ? fold.initial() : before.state, decoded);
        states.set(event.stream, { state, revision: event.revision });
      }
      this.checkpoint = checkpoint;
    }
    if (this.checkpoint.sequence < head.sequence) this.checkpoint = head;
  }

  private statesOf(fold: AnyFold): Map<string, Known> {
    return present(this.known.get(fold), `the fact fold ${fold.name} on this board`);
  }
}
