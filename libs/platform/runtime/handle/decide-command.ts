import { assert } from '#kernel/assert/assert';
import type { Answer } from '#kernel/decider/answer';
import type { AnyCommandSpec, Facts } from '#kernel/decider/decider';
import type { Capsule, EventMetadata, NewEvent, RecordedEvent, StreamRead } from '#kernel/decider/event';
import type { RequestContext } from '#kernel/requested/requested';
import type { Uuid } from '#kernel/ids/uuid';
import { eventIdOf } from '#kernel/ids/uuid';
import { recording, zoneCalendar } from '#kernel/time/calendar';
import type { Instant } from '#kernel/time/instant';
import { laterOf } from '#kernel/time/instant';
import type { FactsBoard } from '#platform/runtime/handle/facts-board';
import type { StreamState } from '#platform/runtime/handle/stream-state';

/** A command on its way to a stream. */
export interface Ask {
  readonly stream: string;
  readonly spec: AnyCommandSpec;
  readonly payload: object;
  readonly context: RequestContext;
  /** The id of the event that it makes, or made at an earlier try: `eventIdOf(commandId, 0)`. */
  readonly firstEventId: Uuid;
  /** Asks only whether it was stored: nothing is decided, and no body is compared. */
  readonly isLook?: true;
}

/** An answer, and all it takes to give it again. */
export interface Decision {
  readonly answer: Answer;
  readonly capsule: Capsule;
}

/** Gathers the facts, noting each, and decides. Pure but for the board that it reads. */
export function decideCommand(ask: Ask, state: object, board: FactsBoard): Decision {
  const { spec, payload, context } = ask;
  const reads = new Map<string, StreamRead>();
  const calendar: Record<string, string> = {};
  const sources = { lookup: board.lookup(reads), calendar: recording(zoneCalendar, calendar) };
  const facts = spec.facts(payload, state, context, sources) as Facts;
  const answer = spec.decide(payload, state, facts);
  const capsule: Capsule = {
    facts: { at: context.at, calendar },
    reads: [...reads.values()],
    rules: spec.rules,
    ...(facts.policy === undefined ? {} : { policy: { version: facts.policy.version, hash: facts.policy.hash } }),
  };
  return { answer, capsule };
}

/** The decision's events as they will be stored: ids from the command, time never before the stream's last. */
export function recordedForm(
  ask: Ask,
  events: readonly NewEvent[],
  capsule: Capsule,
  stream: Pick<StreamState<object>, 'revision' | 'lastRecordedAt'>,
  now: Instant,
): RecordedEvent[] {
  const recordedAt = stream.lastRecordedAt === null ? now : laterOf(now, stream.lastRecordedAt);
  return events.map(({ type, version, data }, index) => ({
    type,
    version,
    data,
    id: index === 0 ? ask.firstEventId : eventIdOf(ask.context.commandId, index),
    stream: ask.stream,
    revision: stream.revision + 1 + index,
    recordedAt,
    metadata: metadataOf(ask, index, capsule),
  }));
}

function metadataOf({ spec, payload, context }: Ask, index: number, capsule: Capsule): EventMetadata {
  const { actor, principal, role, authentication, correlationId, causationId } = context;
  assert(role !== '', 'every event names the role it was done in', { actor });
  const who = {
    actor,
    principal,
    role,
    authentication,
    correlationId,
    ...(causationId === undefined ? {} : { causationId }),
  };
  const command = { id: context.commandId, name: spec.name, version: spec.version };
  if (index > 0) return { command, ...who };
  return { command: { payload, bodyHash: context.bodyHash, ...command }, capsule, ...who };
}
