import { present } from '#kernel/assert/assert';
import type { Decider } from '#kernel/decider/decider';
import { notFound } from '#kernel/decider/answer';
import type { RecordedEvent } from '#kernel/decider/event';
import type { EventCatalogue } from '#kernel/decider/upcast';
import type { AppendResult, EventStore } from '#platform/event-store/port/event-store';
import { StoreUnavailable } from '#platform/event-store/port/store-unavailable';
import type { EventToAppend } from '#platform/event-store/port/stored-event';
import type { Clock } from '#platform/runtime/clock';
import { encodeEvent } from '#platform/runtime/codec/event-codec';
import { appendUntilKnown, pause } from '#platform/runtime/handle/append-until-known';
import type { Ask } from '#platform/runtime/handle/decide-command';
import { decideCommand, recordedForm } from '#platform/runtime/handle/decide-command';
import { readCommand } from '#platform/runtime/handle/earlier-try';
import type { FactsBoard } from '#platform/runtime/handle/facts-board';
import type { Outcome } from '#platform/runtime/handle/outcome';
import { failed, staleness, stored, undone } from '#platform/runtime/handle/outcomes';
import { StreamState } from '#platform/runtime/handle/stream-state';

/** What a mailbox needs of the machine. */
export interface Post {
  readonly store: EventStore;
  readonly catalogue: EventCatalogue;
  readonly facts: FactsBoard;
  readonly clock: Clock;
  /** How long a batch may stay unresolved: asked again and again, true when it is over (2 s in production). */
  patience(): () => boolean;
}

/** Commands decided together, at most. */
const BATCH = 64;
/** Bytes of events appended together, at most: far under the stores' limit of 1 MiB. */
const BATCH_BYTES = 256 * 1024;
/** Commands that may wait for one stream; beyond it the answer is "busy" (G32). */
const WAITING = 10_000;

interface Letter {
  readonly ask: Ask;
  readonly answer: (outcome: Outcome) => void;
}

/** How a letter of the batch in hand was decided; told only after the append is durable. */
type Decided =
  | { readonly kind: 'append'; readonly refused: boolean; readonly events: readonly RecordedEvent[] }
  | { readonly kind: 'earlier'; readonly revision: number }
  | { readonly kind: 'settled'; readonly outcome: Outcome };

/**
 * One stream's commands, one batch at a time: decide them in order on the evolving state, append once with the explicit
 * revision, answer everybody after the acknowledgement. Two commands can thus never spend the same headroom, and a hot
 * ledger costs one durable write for many commands. (Deciding outside and retrying on conflict was measured at a tenth.)
 */
export class Mailbox<State extends object> {
  private readonly letters: Letter[] = [];
  private cached: StreamState<State> | undefined;
  private working = false;

  constructor(
    private readonly stream: string,
    private readonly decider: Decider<State>,
    private readonly post: Post,
  ) {}

  submit(ask: Ask): Promise<Outcome> {
    if (this.letters.length >= WAITING) return Promise.resolve({ kind: 'busy', waiting: this.letters.length });
    return new Promise((answer) => {
      this.letters.push({ ask, answer });
      if (!this.working) void this.work();
    });
  }

  /** Folds the stream ahead of its first command; what is submitted meanwhile waits for that, as it would have anyhow. */
  async warm(): Promise<void> {
    if (this.working) return;
    this.working = true;
    // What goes wrong here the first command will meet as well, and be told.
    await this.prepare(() => true).catch(() => undefined);
    this.working = false;
    if (this.letters.length > 0) void this.work();
  }

  get idle(): boolean {
    return !this.working;
  }

  private async work(): Promise<void> {
    this.working = true;
    // One turn of the event loop lets the requests that are already here share the first batch.
    await new Promise(setImmediate);
    while (this.letters.length > 0) {
      const batch = this.letters.splice(0, BATCH);
      try {
        await this.handle(batch);
      } catch (error) {
        // Reading the log failed or an invariant of the machine broke: nobody of this batch is told it was stored.
        this.cached = undefined;
        for (const { answer } of batch) answer(failed(error));
      }
    }
    this.working = false;
  }

  private async handle(batch: Letter[]): Promise<void> {
    const expired = this.post.patience();
    let open = batch;
    while (open.length > 0) {
      const stream = await this.prepare(expired);
      const base = stream.revision;
      const { decided, bytes, broken } = this.decideAll(open, stream);
      if (broken !== undefined) {
        // The state may be half-evolved by the command that threw: it alone fails, the others are decided afresh.
        this.cached = undefined;
        broken.letter.answer({ kind: 'failed', error: broken.error });
        open = open.filter((letter) => letter !== broken.letter);
        continue;
      }
      const result =
        bytes.length === 0
          ? undefined
          : await appendUntilKnown(this.post.store, { stream: this.stream, base, events: bytes }, expired);
      if (result !== undefined && result.kind !== 'ok') this.cached = undefined;
      if (result?.kind === 'conflict' && !expired()) continue;
      await this.tell(open.slice(0, decided.length), decided, result);
      open = open.slice(decided.length);
    }
  }

  /**
   * The facts at the log's head and the state at the stream's end; a short outage of the log is waited out. The end is
   * looked for although the state is in memory: what another process wrote since must not be answered "not now", and
   * must not cost a conflict, after which all is folded anew.
   */
  private async prepare(expired: () => boolean): Promise<StreamState<State>> {
    for (;;) {
      try {
        // Both ask where the log ends, and at once it is one question.
        const facts = this.post.facts.catchUp();
        // Awaited below, unless the stream fails first.
        facts.catch(() => undefined);
        const stream = await this.current();
        await facts;
        return stream;
      } catch (error) {
        if (!(error instanceof StoreUnavailable) || expired()) throw error;
        await pause();
      }
    }
  }

  private async current(): Promise<StreamState<State>> {
    const { store, catalogue } = this.post;
    if (this.cached === undefined) this.cached = await StreamState.load(this.decider, this.stream, store, catalogue);
    else await this.cached.readOn(this.stream, store, catalogue);
    return this.cached;
  }

  /** Decides letters in order until the batch is full; the rest is decided after this append. */
  private decideAll(
    letters: readonly Letter[],
    stream: StreamState<State>,
  ): {
    decided: Decided[];
    bytes: EventToAppend[];
    broken?: { letter: Letter; error: unknown };
  } {
    const decided: Decided[] = [];
    const bytes: EventToAppend[] = [];
    let size = 0;
    for (const letter of letters) {
      if (size >= BATCH_BYTES) break;
      try {
        const one = this.decideOne(letter.ask, stream);
        if (one.kind === 'append') {
          for (const event of one.events) {
            stream.apply(event);
            const encoded = encodeEvent(event.id, event, event.metadata, event.recordedAt);
            bytes.push(encoded);
            size += encoded.data.length + encoded.metadata.length;
          }
        }
        decided.push(one);
      } catch (error) {
        return { decided, bytes, broken: { letter, error } };
      }
    }
    return { decided, bytes };
  }

  private decideOne(ask: Ask, stream: StreamState<State>): Decided {
    const { context, spec, payload } = ask;
    const earlier = stream.revisionOf(ask.firstEventId);
    if (earlier !== undefined) return { kind: 'earlier', revision: earlier };
    if (ask.isLook === true) return { kind: 'settled', outcome: notFound };
    const stale = staleness(ask, this.decider.touched(stream.state, spec.entity?.(payload) ?? ''));
    if (stale !== undefined) return { kind: 'settled', outcome: stale };
    const { answer, capsule } = decideCommand(ask, stream.state, this.post.facts);
    if (answer.kind === 'not-now') return { kind: 'settled', outcome: answer };
    const refused = answer.kind === 'refused';
    const produced = refused ? [answer.event] : answer.events;
    const events = recordedForm(ask, produced, capsule, stream, this.post.clock.now());
    if (context.dryRun) return { kind: 'settled', outcome: { kind: 'would', refused, events } };
    return { kind: 'append', refused, events };
  }

  private async tell(
    letters: readonly Letter[],
    decided: readonly Decided[],
    result: AppendResult | undefined,
  ): Promise<void> {
    for (const [index, { ask, answer }] of letters.entries()) {
      const one = present(decided[index], 'a decision for each letter');
      if (result !== undefined && result.kind !== 'ok') answer(undone(result));
      else if (one.kind === 'settled') answer(one.outcome);
      else if (one.kind === 'earlier') answer(await readCommand(this.post, ask, one.revision));
      else answer(stored(one, present(result, 'the result of an append')));
    }
  }
}
