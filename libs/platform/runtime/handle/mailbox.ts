import { assert, present } from '#kernel/assert/assert';
import type { Decider } from '#kernel/decider/decider';
import type { AppendResult } from '#platform/event-store/port/event-store';
import { StoreUnavailable } from '#platform/event-store/port/store-unavailable';
import { appendUntilKnown, pause } from '#platform/runtime/handle/append-until-known';
import { addTo, groupOn, isFull, patienceOf, roomIn } from '#platform/runtime/handle/group';
import type { Group, Letter } from '#platform/runtime/handle/group';
import { decideBatch } from '#platform/runtime/handle/decide-batch';
import type { Ask } from '#platform/runtime/handle/decide-command';
import { readCommand } from '#platform/runtime/handle/earlier-try';
import type { Outcome } from '#platform/runtime/handle/outcome';
import { failed, stored, undone } from '#platform/runtime/handle/outcomes';
import type { Post } from '#platform/runtime/handle/post';
import { StreamState } from '#platform/runtime/handle/stream-state';
import { nextTurn } from '#platform/runtime/timers';

/** Commands that may wait for one stream; beyond it the answer is "busy" (G32). */
const WAITING = 10_000;

/**
 * One stream's commands: decided in order on the evolving state, appended a group at a time with the explicit revision,
 * answered after the acknowledgement. Two commands can thus never spend the same headroom, and a hot ledger costs one
 * durable write for many commands. (Deciding outside and retrying on conflict was measured at a tenth.)
 *
 * Where nobody else writes, the next group is decided while one is on its way to the log, on what that will leave. Only one
 * is ever on its way: when it does not arrive, whatever was decided on it is decided again, and nobody was told.
 */
export class Mailbox<State extends object> {
  private readonly letters: Letter[] = [];
  private cached: StreamState<State> | undefined;
  /** Since another process was met on this stream. */
  private shared = false;
  private deciding = false;
  /** Decided, and appended as soon as the one before it is. */
  private next: Group<State> | undefined;
  /** The group on its way to the log; undefined when none is. Settled when what is next has been sent. */
  private storing: Promise<void> | undefined;

  constructor(
    private readonly stream: string,
    private readonly decider: Decider<State>,
    private readonly post: Post,
  ) {}

  submit(ask: Ask): Promise<Outcome> {
    if (this.letters.length >= WAITING) return Promise.resolve({ kind: 'busy', waiting: this.letters.length });
    return new Promise((answer) => {
      this.letters.push({ ask, answer, expired: undefined });
      this.begin();
    });
  }

  /** Folds the stream ahead of its first command; what is submitted meanwhile waits for that, as it would have anyhow. */
  async warm(): Promise<void> {
    if (!this.idle) return;
    this.deciding = true;
    // What goes wrong here the first command will meet as well, and be told.
    await this.prepare(() => true).catch(() => undefined);
    this.deciding = false;
    this.begin();
  }

  get idle(): boolean {
    return !this.deciding && this.storing === undefined;
  }

  private begin(): void {
    if (!this.deciding && this.letters.length > 0) void this.work();
  }

  private async work(): Promise<void> {
    const { groupSize } = this.post.store;
    this.deciding = true;
    while (this.letters.length > 0) {
      // One turn of the event loop lets the requests that are already here share the group, and other streams the commit.
      await nextTurn();
      while (isFull(this.next, groupSize)) await this.storing;
      await this.decide(groupSize);
      if (this.storing === undefined) void this.storeAll();
    }
    this.deciding = false;
  }

  /** Letters are taken where they are decided: what has to be decided again comes before whatever came after it. */
  private async decide(most: number): Promise<void> {
    let batch: readonly Letter[] | undefined;
    try {
      const confirmed = await this.prepare(patienceOf(this.letters.slice(0, most), this.post));
      // Dropped since, as a group on its way did not arrive: the next round begins with its letters.
      if (confirmed !== this.cached) return;
      batch = this.letters.splice(0, roomIn(this.next, most));
      this.decideOn(confirmed, batch);
    } catch (error) {
      // Reading the log failed or an invariant of the machine broke: nobody of this batch is told it was stored.
      this.cached = undefined;
      for (const { answer } of batch ?? this.letters.splice(0, most)) answer(failed(error));
    }
  }

  /** Between two awaits of nobody: the state and the group on its way are those that were looked at. */
  private decideOn(confirmed: StreamState<State>, batch: readonly Letter[]): void {
    // A conflict then costs the fork. Nobody is met on a log of one process, so there nothing is copied.
    const stream = this.shared ? confirmed.fork() : confirmed;
    const group = this.next ?? groupOn(stream);
    assert(group.stream === stream, 'a group is decided on one state', { stream: this.stream });
    const made = decideBatch(batch, stream, this.decider, this.post, group.size);
    if (made.broken === undefined) {
      this.next = group;
      addTo(group, batch, made);
      this.letters.unshift(...batch.slice(made.decided.length));
      return;
    }
    // The state may be half-evolved by the command that threw: it alone fails, the others are decided afresh.
    const { one, error } = made.broken;
    one.answer({ kind: 'failed', error });
    this.letters.unshift(...batch.filter((letter) => letter !== one));
    this.drop(stream);
  }

  private async storeAll(): Promise<void> {
    for (let group = this.next; group !== undefined; group = this.next) {
      this.next = undefined;
      this.storing = this.store(group);
      await this.storing;
    }
    this.storing = undefined;
    this.begin();
  }

  private async store(group: Group<State>): Promise<void> {
    const { base, bytes, letters } = group;
    const expired = patienceOf(letters, this.post);
    try {
      const batch = { stream: this.stream, base, events: bytes };
      const result = bytes.length === 0 ? undefined : await appendUntilKnown(this.post.store, batch, expired);
      if (result !== undefined && result.kind !== 'ok') this.drop(group.stream);
      this.shared ||= result?.kind === 'conflict';
      if (result?.kind === 'conflict' && !expired()) this.letters.unshift(...letters);
      else await this.tell(group, result);
    } catch (error) {
      this.drop(group.stream);
      for (const { answer } of letters) answer(failed(error));
    }
  }

  /**
   * Forgets a state that was evolved by what is not stored, and what was decided on it since. A fork alone: what it was
   * forked from comes to know by reading.
   */
  private drop(evolved: StreamState<State>): void {
    if (evolved === this.cached) this.cached = undefined;
    if (this.next?.stream !== evolved) return;
    this.letters.unshift(...this.next.letters);
    this.next = undefined;
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
    // Where others write, what they wrote must be read, and that is read when nothing of our own is still to come.
    while (this.storing !== undefined && (isFresh || this.shared || !store.isOnlyWriter)) await this.storing;
    const cached = (this.cached ??= await StreamState.load(this.decider, this.stream, store, catalogue));
    if (this.storing !== undefined) return cached;
    // A long stream is folded up to where it ended at first: what came since would be a conflict, and another fold.
    const isNews = await cached.readOn(this.stream, store, catalogue);
    this.shared ||= isNews && !isFresh;
    return cached;
  }

  private async tell({ letters, decided }: Group<State>, result: AppendResult | undefined): Promise<void> {
    for (const [index, { ask, answer }] of letters.entries()) {
      const one = present(decided[index], 'a decision for each letter');
      if (result !== undefined && result.kind !== 'ok') answer(undone(result));
      else if (one.kind === 'settled') answer(one.outcome);
      else if (one.kind === 'earlier') answer(await readCommand(this.post, ask, one.revision));
      else answer(stored(one, present(result, 'the result of an append')));
    }
  }
}
