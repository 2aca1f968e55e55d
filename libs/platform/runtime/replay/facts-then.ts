import { assert } from '#kernel/assert/assert';
import type { FactFold, Lookup } from '#kernel/decider/decider';
import type { Capsule, SequencedEvent } from '#kernel/decider/event';

/**
 * Other streams as a decision knew them. A decision in the log read its facts at or before its own place in it, mostly at
 * their newest; when it read an older revision, the fold is made again from the events kept for it.
 */
export class FactsThen {
  private readonly events = new Map<string, SequencedEvent[]>();
  private readonly newest = new Map<string, { readonly state: unknown; readonly revision: number }>();

  constructor(private readonly folds: readonly FactFold<unknown>[]) {}

  /** Takes note of an event, if some fold reads it. */
  note(event: SequencedEvent): void {
    const readers = this.folds.filter((fold) => reads(fold, event));
    if (readers.length === 0) return;
    const known = this.events.get(event.stream);
    if (known === undefined) this.events.set(event.stream, [event]);
    else known.push(event);
    for (const fold of readers) {
      const key = `${fold.name} ${event.stream}`;
      const before = this.newest.get(key);
      this.newest.set(key, { state: fold.evolve(before?.state ?? fold.initial(), event), revision: event.revision });
    }
  }

  /** A lookup that answers with the revisions that the capsule names, and stops on a stream that it does not. */
  asRead(capsule: Capsule): Lookup {
    return {
      get: <State>(fold: FactFold<State>, stream: string) => {
        const read = capsule.reads.find((one) => one.stream === stream);
        assert(read !== undefined, 'the decision did not read this stream', { stream });
        return this.at<State>(fold, stream, read.revision);
      },
    };
  }

  private at<State>(fold: FactFold<State>, stream: string, revision: number): State | undefined {
    const newest = this.newest.get(`${fold.name} ${stream}`);
    if (newest === undefined || newest.revision <= revision) return newest?.state as State | undefined;
    const then = (this.events.get(stream) ?? []).filter((event) => event.revision <= revision && reads(fold, event));
    if (then.length === 0) return undefined;
    return then.reduce<State>((state, event) => fold.evolve(state, event), fold.initial());
  }
}

const reads = <State>({ prefix, types }: FactFold<State>, { stream, type }: SequencedEvent): boolean =>
  stream.startsWith(prefix) && types.some((one) => one.type === type);
