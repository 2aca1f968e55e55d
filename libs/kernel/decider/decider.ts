import type { Answer } from '#kernel/decider/answer';
import type { AnyEventType, EventMetadata, NewEvent, PolicyPin, RecordedEvent } from '#kernel/decider/event';
import type { PersonId } from '#kernel/ids/entity-id';
import type { Uuid } from '#kernel/ids/uuid';
import type { Calendar } from '#kernel/time/calendar';
import type { Instant } from '#kernel/time/instant';

/** What surrounds a command: given to the decider, kept in the event's metadata, the same again on a replay. */
export interface Circumstances {
  /** When the request arrived, kept through retries; it rules every deadline (G20). */
  readonly at: Instant;
  readonly commandId: Uuid;
  readonly actor: EventMetadata['actor'];
  readonly principal: EventMetadata['principal'];
  readonly role: string;
  /** The event that a reaction acts on. */
  readonly causationId?: Uuid;
}

/** The person who acts and the one for whom; two entries only when they differ. Duties count for each. */
export function actingPeople({ actor, principal }: Circumstances): readonly PersonId[] {
  return [...new Set([actor, principal])].filter((who): who is PersonId => who.startsWith('per_'));
}

/**
 * A fold of other streams' events into what a decider may know of them: one state a stream.
 * It owns and may mutate its state; readers get it read-only.
 */
export interface FactFold<State> {
  readonly name: string;
  /** Streams it reads: `partner-` matches `partner-ptr_…`. */
  readonly prefix: string;
  readonly types: readonly AnyEventType[];
  initial(): State;
  evolve(state: State, event: RecordedEvent): State;
}

/** Where facts come from: the live board, or the log folded up to the revisions that were read then. */
export interface Lookup {
  /** The fold of `stream`, or undefined when the stream holds nothing. The look is recorded in the capsule. */
  get<State>(fold: FactFold<State>, stream: string): Readonly<State> | undefined;
}

/** What a fact selector may ask. */
export interface Sources {
  readonly lookup: Lookup;
  readonly calendar: Calendar;
}

/** What a decider knows beyond its own stream. `policy`, where there is one, is pinned in the capsule. */
export interface Facts extends Circumstances {
  readonly policy?: PolicyPin;
}

/**
 * One kind of command: its name and version (literals, like an event's), the stream it writes, how its facts are
 * gathered, how it is decided, and what a caller is told. All of it is pure.
 */
export interface CommandSpec<Command, State, F extends Facts, E extends NewEvent> {
  readonly name: string;
  readonly version: number;
  /** The rules' version: when an outcome would change for old inputs, `v2` is added beside `v1`. */
  readonly rules: string;
  /** A function of the address and the command's id, never of the body, so that a retry meets its first try (G3). */
  stream(command: Command, circumstances: Circumstances): string;
  /** Which existing entity the command changes: what `If-Match` is about. */
  entity?(command: Command): string;
  facts(command: Command, state: Readonly<State>, circumstances: Circumstances, sources: Sources): F;
  decide(command: Command, state: Readonly<State>, facts: F): Answer<E>;
  /** What the caller is told: a pure function of the command's own events, so that every retry is told the same. */
  reply(events: readonly RecordedEvent[]): Reply;
}

/** Status, body and, for a new thing, where it can be read. */
export interface Reply {
  readonly status: 200 | 201 | 202;
  readonly body: object;
  readonly location?: string;
}

/** Everything that decides on one kind of stream. `evolve` owns and mutates its state. */
export interface Decider<State> {
  readonly name: string;
  owns(stream: string): boolean;
  /** The one stream that it owns, where there is only one: long, and folded before the first command asks for it. */
  readonly ledger?: string;
  readonly events: readonly AnyEventType[];
  readonly commands: readonly AnyCommandSpec<State>[];
  initial(): State;
  evolve(state: State, event: RecordedEvent): State;
  /** Revision of the last event that touched an entity; undefined when there is no such entity. */
  touched(state: Readonly<State>, entity: string): number | undefined;
}

// A decider's table holds specs of many commands; each spec is typed where it is written, and the table erases that.
/* eslint-disable @typescript-eslint/no-explicit-any */
export type AnyCommandSpec<State = any> = CommandSpec<any, State, any, any>;
export type AnyDecider = Decider<any>;
/* eslint-enable @typescript-eslint/no-explicit-any */
