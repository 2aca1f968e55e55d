import { assert } from '#kernel/assert/assert';
import type { Instant } from '#kernel/time/instant';
import { instant } from '#kernel/time/instant';
import type { EventReader } from '#platform/event-store/port/event-reader';
import type { Checkpoint } from '#platform/event-store/port/event-store';
import { START } from '#platform/event-store/port/event-store';
import { nextTurn } from '#platform/runtime/timers';

const EVENTS_A_TURN = 1_000;

/**
 * When each event was known: knownAt rises with the sequence, so it is enough to keep where it changes, in two columns of
 * numbers. Built from the log on the first question, and read on from there.
 */
export class KnownAtIndex {
  /** `sequences[i]` is the first event that was known at `millis[i]`. */
  private sequences = new Float64Array(1_024);
  private millis = new Float64Array(1_024);
  private length = 0;
  private end: Checkpoint = START;
  private reading: Promise<void> = Promise.resolve();

  constructor(private readonly log: Pick<EventReader, 'readAll' | 'head'>) {}

  /** The greatest n with knownAt(n) ≤ `at`, among the events of this moment; −1 when nothing was known yet. */
  async sequenceAt(at: Instant): Promise<number> {
    await this.readOn();
    const next = this.firstAfter(Date.parse(at), this.millis);
    return next < this.length ? this.numberAt(this.sequences, next) - 1 : this.end.sequence;
  }

  /** When everything up to `sequence` was known; null before the first event. */
  async knownAt(sequence: number): Promise<Instant | null> {
    if (sequence > this.end.sequence) await this.readOn();
    assert(sequence <= this.end.sequence, 'a position beyond the log', { sequence, end: this.end.sequence });
    const place = this.firstAfter(sequence, this.sequences) - 1;
    return place < 0 ? null : instant(new Date(this.numberAt(this.millis, place)).toISOString());
  }

  /** Calls that overlap read one after the other, never twice the same. */
  private readOn(): Promise<void> {
    const next = this.reading.then(() => this.readToEnd());
    // The chain outlives a failure, which its caller is told.
    this.reading = next.catch(() => undefined);
    return next;
  }

  private async readToEnd(): Promise<void> {
    if ((await this.log.head()).sequence <= this.end.sequence) return;
    let events = 0;
    for await (const { checkpoint } of this.log.readAll(this.end)) {
      if (checkpoint.knownAt !== this.end.knownAt) this.add(checkpoint);
      this.end = checkpoint;
      if ((events += 1) % EVENTS_A_TURN === 0) await nextTurn();
    }
  }

  private add({ sequence, knownAt }: Checkpoint): void {
    if (this.length === this.millis.length) {
      this.sequences = doubled(this.sequences);
      this.millis = doubled(this.millis);
    }
    this.sequences[this.length] = sequence;
    this.millis[this.length] = Date.parse(knownAt ?? '');
    this.length += 1;
  }

  /** The first place whose number is greater than `limit`; both columns rise. */
  private firstAfter(limit: number, column: Float64Array): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.numberAt(column, middle) > limit) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  private numberAt(column: Float64Array, place: number): number {
    return column[place] ?? Number.NaN;
  }
}

function doubled(column: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(column.length * 2);
  larger.set(column);
  return larger;
}
