import { notFound } from '#kernel/decider/answer';
import type { Decider } from '#kernel/decider/decider';
import type { RecordedEvent } from '#kernel/decider/event';
import type { EventToAppend } from '#platform/event-store/port/stored-event';
import type { Clock } from '#platform/runtime/clock';
import { encodeEvent } from '#platform/runtime/codec/event-codec';
import type { Ask } from '#platform/runtime/handle/decide-command';
import { decideCommand, recordedForm } from '#platform/runtime/handle/decide-command';
import type { FactsBoard } from '#platform/runtime/handle/facts-board';
import type { Outcome } from '#platform/runtime/handle/outcome';
import { staleness } from '#platform/runtime/handle/outcomes';
import type { StreamState } from '#platform/runtime/handle/stream-state';

/** Bytes of events appended together, at most: far under the stores' limit of 1 MiB. */
export const BATCH_BYTES = 256 * 1024;

/** How a command of the batch in hand was decided; told only after the append is durable. */
export type Decided =
  | { readonly kind: 'append'; readonly refused: boolean; readonly events: readonly RecordedEvent[] }
  | { readonly kind: 'earlier'; readonly revision: number }
  | { readonly kind: 'settled'; readonly outcome: Outcome };

/** What became of as many commands as fit, in order, and what is to be appended for them. */
export interface Batch<One> {
  readonly decided: readonly Decided[];
  readonly bytes: readonly EventToAppend[];
  /** Characters of `bytes`. */
  readonly size: number;
  /** The command that threw, and may have left the state half-evolved. */
  readonly broken?: { readonly one: One; readonly error: unknown };
}

interface Office {
  readonly facts: FactsBoard;
  readonly clock: Clock;
}

/** Decides commands in order, each on what those before it leave, until with `before` it is full. Evolves `stream`. */
export function decideBatch<State extends object, One extends { readonly ask: Ask }>(
  waiting: readonly One[],
  stream: StreamState<State>,
  decider: Decider<State>,
  office: Office,
  before: number,
): Batch<One> {
  const decided: Decided[] = [];
  const bytes: EventToAppend[] = [];
  let size = 0;
  for (const one of waiting) {
    if (before + size >= BATCH_BYTES) break;
    try {
      const outcome = decideOne(one.ask, stream, decider, office);
      if (outcome.kind === 'append') {
        for (const event of outcome.events) {
          stream.apply(event);
          const encoded = encodeEvent(event.id, event, event.metadata, event.recordedAt);
          bytes.push(encoded);
          size += encoded.data.length + encoded.metadata.length;
        }
      }
      decided.push(outcome);
    } catch (error) {
      return { decided, bytes, size, broken: { one, error } };
    }
  }
  return { decided, bytes, size };
}

function decideOne<State extends object>(
  ask: Ask,
  stream: StreamState<State>,
  decider: Decider<State>,
  { facts, clock }: Office,
): Decided {
  const { context, spec, payload } = ask;
  const earlier = stream.revisionOf(ask.firstEventId);
  if (earlier !== undefined) return { kind: 'earlier', revision: earlier };
  if (ask.isLook === true) return { kind: 'settled', outcome: notFound };
  const stale = staleness(ask, decider.touched(stream.state, spec.entity?.(payload) ?? ''));
  if (stale !== undefined) return { kind: 'settled', outcome: stale };
  const { answer, capsule } = decideCommand(ask, stream.state, facts);
  if (answer.kind === 'not-now') return { kind: 'settled', outcome: answer };
  const refused = answer.kind === 'refused';
  const produced = refused ? [answer.event] : answer.events;
  const events = recordedForm(ask, produced, capsule, stream, clock.now());
  if (context.dryRun) return { kind: 'settled', outcome: { kind: 'would', refused, events } };
  return { kind: 'append', refused, events };
}
