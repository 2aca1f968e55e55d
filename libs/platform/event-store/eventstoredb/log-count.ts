import { assert } from '#kernel/assert/assert';
import type { Instant } from '#kernel/time/instant';
import { laterOf } from '#kernel/time/instant';
import { Frontier } from '#platform/audit/tree/frontier';
import { leafOfEvent } from '#platform/audit/tree/hash';
import { PositionIndex } from '#platform/event-store/eventstoredb/position-index';
import { fromWire } from '#platform/event-store/eventstoredb/wire-event';
import type { LogIndex, LogIndexEntry } from '#platform/event-store/log-index/log-index';
import type { Checkpoint, LoggedEvent } from '#platform/event-store/port/event-store';
import { START } from '#platform/event-store/port/event-store';
import type { AllStreamRecordedEvent } from '@eventstore/db-client';

/** The checkpoint right behind an event at `position`. */
export const checkpointAt = (sequence: number, knownAt: Instant, position: number): Checkpoint => ({
  ...{ sequence, knownAt, cursor: String(position) },
});

/** The count of the log: sequence, known time and tree of the events so far, each following from the ones before. */
export class LogCount {
  private constructor(
    private last: Checkpoint,
    private readonly frontier: Frontier,
    readonly positions: PositionIndex,
  ) {}

  /** Goes on from the furthest entry, or begins at the log's first event. */
  static async resume(index: LogIndex): Promise<LogCount> {
    const positions = await PositionIndex.from(index);
    const entry = await index.last();
    if (entry === undefined) return new LogCount(START, Frontier.empty(), positions);
    const { sequence, knownAt, frontier: hashes } = entry;
    assert(positions.size === sequence + 1, 'a log index with a gap', { size: positions.size, sequence });
    const last = checkpointAt(sequence, knownAt, entry.positions.at(-1) ?? 0);
    return new LogCount(last, Frontier.fromJson({ size: sequence + 1, hashes }), positions);
  }

  get checkpoint(): Checkpoint {
    return this.last;
  }

  /** The tree over the events so far: its size is checked against the log, its root is what two processes compare. */
  get tree(): { readonly size: number; readonly root: string } {
    return { size: this.frontier.size, root: this.frontier.root().toString('hex') };
  }

  /** Counts the next event; gives the entry that is due with it. */
  take(recorded: AllStreamRecordedEvent): { readonly logged: LoggedEvent; readonly entry?: LogIndexEntry } {
    const event = fromWire(recorded, this.last.sequence + 1);
    const { sequence, recordedAt } = event;
    const knownAt = laterOf(this.last.knownAt ?? recordedAt, recordedAt);
    const position = positionOf(recorded);
    this.last = checkpointAt(sequence, knownAt, position);
    this.frontier.append(leafOfEvent(event));
    const logged = { event, checkpoint: this.last };
    const positions = this.positions.add(position);
    if (positions === undefined) return { logged };
    return { logged, entry: { sequence, knownAt, frontier: this.frontier.toJSON().hashes, positions } };
  }
}

/**
 * An event's place in `$all`. Commit and prepare are equal for everything that was appended by gRPC; only transactions of
 * the old TCP interface had two, and no event of this log was written by that.
 */
export function positionOf({ position, streamId }: AllStreamRecordedEvent): number {
  assert(position.commit === position.prepare, 'an event of the old transactions', { streamId });
  const place = Number(position.commit);
  assert(Number.isSafeInteger(place), 'a position that a number cannot hold', { position: String(position.commit) });
  return place;
}
