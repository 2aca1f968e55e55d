import { assert, present } from '#kernel/assert/assert';
import type { AnyCommandSpec, AnyDecider, Circumstances, Decider } from '#kernel/decider/decider';
import { eventIdOf } from '#kernel/ids/uuid';
import { Requested } from '#kernel/requested/requested';
import type { Ask } from '#platform/runtime/handle/decide-command';
import type { Post } from '#platform/runtime/handle/post';
import { Mailbox } from '#platform/runtime/handle/mailbox';
import type { Outcome } from '#platform/runtime/handle/outcome';
import { LRUCache } from 'lru-cache';

/** Streams whose folded state stays in memory. The three ledgers are always busy; partners and people come and go. */
const STREAMS_IN_MEMORY = 2_000;

/** The rest of a context, for a look: it makes no event that could carry it. */
const NO_REQUEST = {
  authentication: { issuer: '', method: 'system' },
  correlationId: '',
  bodyHash: '',
  dryRun: true,
} as const;

/** Takes every command to its stream's mailbox. */
export class CommandRuntime {
  private readonly specs = new Map<string, { readonly spec: AnyCommandSpec; readonly decider: AnyDecider }>();
  // Dropping a mailbox that still works is safe: a second one on the same stream meets it as a conflict and redoes.
  private readonly mailboxes = new LRUCache<string, Mailbox<object>>({ max: STREAMS_IN_MEMORY });
  private closed = false;

  constructor(
    private readonly deciders: readonly AnyDecider[],
    private readonly post: Post,
  ) {
    for (const decider of deciders) {
      for (const spec of decider.commands) {
        assert(!this.specs.has(spec.name), 'two commands share a name', { name: spec.name });
        this.specs.set(spec.name, { spec, decider });
      }
    }
  }

  /** Decides `command` under the context that is attached to it. Never rejects: a bug is an outcome too. */
  async handle(name: string, command: Requested): Promise<Outcome> {
    if (this.closed) return { kind: 'busy', waiting: 0 };
    try {
      const { spec, decider } = present(this.specs.get(name), `a decider for ${name}`);
      const context = present(Requested.contextOf(command), `the context of ${name}`);
      const stream = spec.stream(command, context);
      assert(decider.owns(stream), 'a command names a stream that is not its decider’s', { name, stream });
      return await this.mailboxOf(stream, decider).submit({
        stream,
        spec,
        payload: Requested.payloadOf(command),
        context,
        firstEventId: eventIdOf(context.commandId, 0),
      } satisfies Ask);
    } catch (error) {
      return { kind: 'failed', error };
    }
  }

  /** Folds the ledgers while nobody waits for them: seconds, where they are long. Resolves when all are in memory. */
  async warm(): Promise<void> {
    for (const decider of this.deciders) {
      if (decider.ledger !== undefined && !this.closed) await this.mailboxOf(decider.ledger, decider).warm();
    }
  }

  /**
   * What became of a command that was sent before, by its id and what its address says; "not found" when nothing of it is
   * stored. Asked of its stream's mailbox, behind whatever of it may be in hand. Never rejects.
   */
  async find(name: string, addressed: object, about: Circumstances): Promise<Outcome> {
    if (this.closed) return { kind: 'busy', waiting: 0 };
    try {
      const { spec, decider } = present(this.specs.get(name), `a decider for ${name}`);
      const stream = spec.stream(addressed, about);
      const context = { ...about, ...NO_REQUEST };
      const firstEventId = eventIdOf(about.commandId, 0);
      const ask: Ask = { stream, spec, payload: addressed, context, firstEventId, isLook: true };
      return await this.mailboxOf(stream, decider).submit(ask);
    } catch (error) {
      return { kind: 'failed', error };
    }
  }

  /** Takes no more commands; resolves when those in hand are answered. */
  async close(): Promise<void> {
    this.closed = true;
    while ([...this.mailboxes.values()].some((mailbox) => !mailbox.idle)) await new Promise(setImmediate);
  }

  private mailboxOf(stream: string, decider: AnyDecider): Mailbox<object> {
    const known = this.mailboxes.get(stream);
    if (known !== undefined) return known;
    const made = new Mailbox(stream, decider as Decider<object>, this.post);
    this.mailboxes.set(stream, made);
    return made;
  }
}
