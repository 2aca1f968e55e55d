import { present } from '#kernel/assert/assert';
import type { Decider } from '#kernel/decider/decider';
import type { EventCatalogue } from '#kernel/decider/upcast';
import type { AppendResult, EventStore } from '#platform/event-store/port/event-store';
import { StoreUnavailable } from '#platform/event-store/port/store-unavailable';
import type { Clock } from '#platform/runtime/clock';
import { appendUntilKnown, pause } from '#platform/runtime/handle/append-until-known';
import type { Decided } from '#platform/runtime/handle/decide-batch';
import { decideBatch } from '#platform/runtime/handle/decide-batch';
import type { Ask } from '#platform/runtime/handle/decide-command';
import { readCommand } from '#platform/runtime/handle/earlier-try';
import type { FactsBoard } from '#platform/runtime/handle/facts-board';
import type { Outcome } from '#platform/runtime/handle/outcome';
import { failed, stored, undone } from '#platform/runtime/handle/outcomes';
import { StreamState } from '#platform/runtime/handle/stream-state';
import { nextTurn } from '#platform/runtime/timers';

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
/** Commands that may wait for one stream; beyond it the answer is "busy" (G32). */
const WAITING = 10_000;

interface Letter {
  readonly ask: Ask;
  readonly answer: (outcome: Outcome) => void;
}

/**
 * One stream's commands, one batch at a time: decide them in order on the evolving state, append once with the explicit
 * revision, answer everybody after the acknowledgement. Two commands can thus never spend the same headroom, and a hot
 * ledger costs one durable write for many commands. (Deciding outside and retrying on conflict was measured at a tenth.)
 */
export class Mailbox<State extends object> {
  private readonly letters: Letter[] = [];
  private cached: StreamState<State> | undefined;
  /** Since another process was met on this stream. */
  private shared = false;
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
    while (this.letters.length > 0) {
      // One turn of the event loop lets the requests that are already here share the batch, and other streams the commit.
      await nextTurn();
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
      const confirmed = await this.prepare(expired);
      // A conflict then costs the fork. Nobody is met on a log of one process, so there nothing is copied.
      const stream = this.shared ? confirmed.fork() : confirmed;
      const base = stream.revision;
      const { decided, bytes, broken } = decideBatch(open, stream, this.decider, this.post);
      if (broken !== undefined) {
        // The state may be half-evolved by the command that threw: it alone fails, the others are decided afresh.
        this.drop(stream);
        broken.one.answer({ kind: 'failed', error: broken.error });
        open = open.filter((letter) => letter !== broken.one);
        continue;
      }
      const result =
        bytes.length === 0
          ? undefined
          : await appendUntilKnown(this.post.store, { stream: this.stream, base, events: bytes }, expired);
      if (result !== undefined && result.kind !== 'ok') this.drop(stream);
      this.shared ||= result?.kind === 'conflict';
      if (result?.kind === 'conflict' && !expired()) continue;
      await this.tell(open.slice(0, decided.length), decided, result);
      open = open.slice(decided.length);
    }
  }

  /** Forgets a state that was evolved by what is not stored. A fork alone: what it was forked from comes to know by reading. */
  private drop(evolved: StreamState<State>): void {
    if (evolved === this.cached) this.cached = undefined;
  }

  /**
   * The facts at the log's head and the state at the stream's end; a short outage of the log is waited out. The end is
   * looked for although the state is in memory: what another process wrote since must not be answered "not now", and
   * must not cost a conflict.
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
    const isFresh = this.cached === undefined;
    this.cached ??= await StreamState.load(this.decider, this.stream, store, catalogue);
    // A long stream is folded up to where it ended at first: what came since would be a conflict, and another fold.
    const isNews = await this.cached.readOn(this.stream, store, catalogue);
    this.shared ||= isNews && !isFresh;
    return this.cached;
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
