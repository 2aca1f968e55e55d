import { assert } from '#kernel/assert/assert';
import type { SequencedEvent } from '#kernel/decider/event';
import type { Reaction } from '#kernel/decider/reaction';
import type { EventCatalogue } from '#kernel/decider/upcast';
import { canonical } from '#kernel/codec/canonical';
import { digestOf } from '#kernel/codec/digest';
import type { RequestContext } from '#kernel/requested/requested';
import { Requested } from '#kernel/requested/requested';
import { uuidOf } from '#kernel/ids/uuid';
import type { Checkpoint, EventStore } from '#platform/event-store/port/event-store';
import { decodeEvent } from '#platform/runtime/codec/event-codec';
import type { CommandRuntime } from '#platform/runtime/handle/command-runtime';
import type { Outcome } from '#platform/runtime/handle/outcome';
import type { View } from '#platform/view-store/port/view';
import type { ViewStore } from '#platform/view-store/port/view-store';

/** How a reaction stands; a stopped one turns health red and is never skipped past. */
export type ReactionStatus =
  | { readonly state: 'running'; readonly sequence: number }
  | { readonly state: 'retrying'; readonly sequence: number; readonly why: string }
  | { readonly state: 'stopped'; readonly sequence: number; readonly why: string };

export interface ReactionMachine {
  readonly store: EventStore;
  readonly catalogue: EventCatalogue;
  readonly commands: CommandRuntime;
  /** Keeps the checkpoint. Losing it is harmless: every command's id derives from its event. */
  readonly views: ViewStore;
}

/** Issues a reaction's command for each of its events, in order, one after the other. */
export class ReactionRunner {
  readonly marker: View<object>;
  private checkpoint: Checkpoint | undefined;
  private stoppedBy: string | undefined;
  /** Whether a command was issued since the place was last kept. */
  private hasIssued = false;

  constructor(
    readonly reaction: Reaction,
    private readonly machine: ReactionMachine,
  ) {
    this.marker = { name: `reaction-${reaction.name}`, version: 1, partnerOf: () => null, fields: {}, totals: [] };
  }

  get status(): ReactionStatus {
    const sequence = this.checkpoint?.sequence ?? -1;
    return this.stoppedBy === undefined
      ? { state: 'running', sequence }
      : { state: 'stopped', sequence, why: this.stoppedBy };
  }

  /** Reacts to everything up to the head of this moment. False when it has to be called again (an unknown outcome). */
  async readOn(): Promise<boolean> {
    if (this.stoppedBy !== undefined) return true;
    const { store, catalogue, views } = this.machine;
    const types = this.reaction.types.map(({ type }) => type);
    this.checkpoint ??= await views.checkpoint(this.marker);
    const head = await store.head();
    let reached = this.checkpoint;
    this.hasIssued = false;
    for await (const { event, checkpoint } of store.readAll(this.checkpoint, types)) {
      const outcome = await this.react(decodeEvent(event, catalogue));
      if (!this.isDone(outcome)) return this.giveWay(reached, outcome);
      reached = checkpoint;
    }
    await this.keep(head.sequence > reached.sequence ? head : reached);
    return true;
  }

  private async react(event: SequencedEvent): Promise<Outcome | undefined> {
    const asked = this.reaction.react(event);
    if (asked === undefined) return undefined;
    const payload = Requested.payloadOf(asked.command);
    const context: RequestContext = {
      commandId: uuidOf(canonical(['reaction', this.reaction.name, event.id])),
      // The moment of its cause: an event read again, later, asks for the very same thing.
      at: event.recordedAt,
      actor: `service:${this.reaction.name}`,
      principal: `service:${this.reaction.name}`,
      role: 'service',
      authentication: { issuer: 'rpn', method: 'system' },
      ...asked.by,
      correlationId: event.metadata.correlationId,
      causationId: event.id,
      bodyHash: digestOf(payload),
      dryRun: false,
    };
    this.hasIssued = true;
    return this.machine.commands.handle(asked.name, Requested.in(asked.command, context));
  }

  private isDone(outcome: Outcome | undefined): outcome is undefined {
    if (outcome === undefined || (outcome.kind === 'recorded' && !outcome.refused)) return true;
    return this.reaction.mayMeetNo === true && (outcome.kind === 'recorded' || outcome.kind === 'not-now');
  }

  /** An outcome that may pass is tried again from here; any other stops the reaction where a person can see it. */
  private async giveWay(reached: Checkpoint, outcome: Outcome): Promise<boolean> {
    await this.keep(reached);
    if (outcome.kind === 'unknown' || outcome.kind === 'busy' || outcome.kind === 'full') return false;
    this.stoppedBy = reasonOf(outcome);
    return true;
  }

  private async keep(reached: Checkpoint): Promise<void> {
    const from = this.checkpoint;
    assert(from !== undefined, 'a reaction keeps its place after reading it');
    if (reached.sequence === from.sequence) return;
    const { views } = this.machine;
    // What it has asked for it need not ask for again after a crash, although that is found done.
    await (this.hasIssued
      ? views.apply(this.marker, from, new Map(), reached)
      : views.move(this.marker, from, reached));
    this.checkpoint = reached;
  }
}

function reasonOf(outcome: Outcome): string {
  if (outcome.kind === 'failed') return String(outcome.error);
  if (outcome.kind === 'not-now') return `${outcome.code}: ${outcome.detail}`;
  return `its command was ${outcome.kind === 'recorded' ? 'refused' : outcome.kind}, and a reaction's command may not be`;
}
