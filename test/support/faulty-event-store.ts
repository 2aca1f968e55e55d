import type { EventReader } from '#platform/event-store/port/event-reader';
import type { AppendResult, Checkpoint, ExpectedRevision, LoggedEvent } from '#platform/event-store/port/event-store';
import { EventStore } from '#platform/event-store/port/event-store';
import type { EventToAppend, StoredEvent } from '#platform/event-store/port/stored-event';

/** One append as the code under test sent it. */
export interface AppendCall {
  /** Counts from 0. */
  readonly index: number;
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly EventToAppend[];
}

/**
 * What goes wrong with one append:
 *  - lost: nothing is written, the caller hears "unknown".
 *  - ack-lost: it is written, the caller hears "unknown".
 *  - late: the caller hears "unknown" and it is written when `deliverLate` is called (it may then conflict).
 *  - twice: the network delivers it twice; the caller hears what became of the second delivery, a conflict.
 *  - full: nothing is written, the disk has no room.
 *  - overtaken: another writer's `events` come first in the same stream; then it goes through and conflicts for real.
 *  - throws: the adapter breaks its promise and rejects.
 *  - held: the caller hears nothing until `release` is called; then it goes through, or `then` becomes of it.
 */
export type Fault =
  | { readonly kind: 'lost' | 'ack-lost' | 'late' | 'twice' | 'full' }
  | { readonly kind: 'held'; readonly then?: Fault }
  | { readonly kind: 'overtaken'; readonly events: readonly EventToAppend[] }
  | { readonly kind: 'throws'; readonly error: Error };

/** A store that misbehaves exactly as told: per call in order (`next`), or by a function of the call (`plan`). */
export class FaultyEventStore extends EventStore {
  /** Every append so far, in order. */
  readonly calls: AppendCall[] = [];
  /** Every read of a stream so far: the revision from which. */
  readonly reads: number[] = [];
  /** Asked when no fault is waiting from `next`. */
  plan: (call: AppendCall) => Fault | undefined = () => undefined;

  /** As most logs are; a spec may say otherwise. */
  alone = false;

  private readonly planned: (Fault | undefined)[] = [];
  private readonly late: (() => Promise<AppendResult>)[] = [];
  private readonly held: (() => void)[] = [];
  private failingReads = 0;
  private failure = new Error('planned: this read fails');

  constructor(private readonly inner: EventStore) {
    super();
  }

  /** Plans the coming appends, one each; undefined lets one through. */
  next(...faults: readonly (Fault | undefined)[]): this {
    this.planned.push(...faults);
    return this;
  }

  /** Lets the next `count` reads (of a stream, of the log, of the head) fail. */
  failReads(count: number, why?: Error): this {
    this.failingReads = count;
    this.failure = why ?? this.failure;
    return this;
  }

  /** Writes what was late, in the order it was sent, and says what became of it. */
  async deliverLate(): Promise<AppendResult[]> {
    const results: AppendResult[] = [];
    for (const deliver of this.late.splice(0)) results.push(await deliver());
    return results;
  }

  /** Lets held appends go through. */
  release(): void {
    for (const go of this.held.splice(0)) go();
  }

  async append(stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<AppendResult> {
    const call: AppendCall = { index: this.calls.length, stream, expected, events: [...events] };
    this.calls.push(call);
    const fault = this.planned.length > 0 ? this.planned.shift() : this.plan(call);
    const send = (): Promise<AppendResult> => this.inner.append(stream, expected, call.events);
    return fault === undefined ? send() : this.misbehave(fault, call, send);
  }

  private async misbehave(fault: Fault, call: AppendCall, send: () => Promise<AppendResult>): Promise<AppendResult> {
    switch (fault.kind) {
      case 'lost':
        return { kind: 'unknown', why: `planned: append ${call.index} was lost` };
      case 'ack-lost':
        await send();
        return { kind: 'unknown', why: `planned: the answer to append ${call.index} was lost` };
      case 'late':
        this.late.push(send);
        return { kind: 'unknown', why: `planned: append ${call.index} is late` };
      case 'twice':
        await send();
        return send();
      case 'full':
        return { kind: 'full', why: `planned: no room for append ${call.index}` };
      case 'overtaken':
        await this.inner.append(call.stream, call.expected, fault.events);
        return send();
      case 'throws':
        throw fault.error;
      case 'held':
        await new Promise<void>((go) => {
          this.held.push(go);
        });
        return fault.then === undefined ? send() : this.misbehave(fault.then, call, send);
    }
  }

  readStream(stream: string, from: number): AsyncIterable<StoredEvent> {
    this.reads.push(from);
    return this.read((reader) => reader.readStream(stream, from));
  }

  readAll(after: Checkpoint, types?: readonly string[]): AsyncIterable<LoggedEvent> {
    return this.read((reader) => reader.readAll(after, types));
  }

  async head(): Promise<Checkpoint> {
    this.failIfPlanned();
    return this.inner.head();
  }

  async checkpointAt(sequence: number): Promise<Checkpoint> {
    this.failIfPlanned();
    return this.inner.checkpointAt(sequence);
  }

  onAppended(wake: () => void): () => void {
    return this.inner.onAppended(wake);
  }

  override get isOnlyWriter(): boolean {
    return this.alone;
  }

  override trouble(): string | undefined {
    return this.inner.trouble();
  }

  close(): Promise<void> {
    return this.inner.close();
  }

  private async *read<T>(of: (reader: EventReader) => AsyncIterable<T>): AsyncIterable<T> {
    this.failIfPlanned();
    yield* of(this.inner);
  }

  private failIfPlanned(): void {
    if (this.failingReads === 0) return;
    this.failingReads -= 1;
    throw this.failure;
  }
}
