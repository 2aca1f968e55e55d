import { assert } from '#kernel/assert/assert';
import type { CalendarAnswers } from '#kernel/time/calendar';
import type { PersonId } from '#kernel/ids/entity-id';
import type { Uuid } from '#kernel/ids/uuid';
import type { Instant } from '#kernel/time/instant';

/** What a decision produces: a fact with a name and a version, not yet stored. */
export interface NewEvent<Type extends string = string, Data = object> {
  readonly type: Type;
  readonly version: number;
  readonly data: Data;
}

/** A stored event as folds receive it: upcast to the newest version of its type. */
export interface RecordedEvent<Type extends string = string, Data = object> extends NewEvent<Type, Data> {
  readonly id: Uuid;
  readonly stream: string;
  /** Index in its stream, from 0. */
  readonly revision: number;
  readonly recordedAt: Instant;
  readonly metadata: EventMetadata;
}

/** A recorded event with its place among all events of the log, from 0 without a gap. */
export interface SequencedEvent<Type extends string = string, Data = object> extends RecordedEvent<Type, Data> {
  readonly sequence: number;
}

/** Who did it, how they were known, by which command, and why (G31). Canonical JSON beside the event's data. */
export interface EventMetadata {
  readonly actor: PersonId | ServiceName;
  /** On whose behalf; the actor where nobody else is named. Duties count for both. */
  readonly principal: PersonId | ServiceName;
  readonly role: string;
  readonly authentication: Authentication;
  readonly command: CommandRecord;
  readonly correlationId: string;
  /** The event that made a reaction issue this command; absent when a person did. */
  readonly causationId?: Uuid;
  /** In a command's first event: everything that it takes to decide it again. */
  readonly capsule?: Capsule;
}

/** `service:on-claim-approved`: a named job of the system, which may hold no duty and approve nothing. */
export type ServiceName = `service:${string}`;

/** Which issuer vouched for the actor, so that a decision taken under local sign-in stays recognisable for ever. */
export interface Authentication {
  readonly issuer: string;
  readonly method: 'bearer' | 'system' | 'simulation';
}

export interface CommandRecord {
  readonly id: Uuid;
  readonly name: string;
  readonly version: number;
  /** In the first event only: the body as it was accepted, and its digest, against which a reused key is held. */
  readonly payload?: object;
  readonly bodyHash?: string;
}

/** The inputs of a decision besides its own stream (guarantee G18). */
export interface Capsule {
  readonly facts: { readonly at: Instant; readonly calendar: CalendarAnswers };
  readonly reads: readonly StreamRead[];
  readonly policy?: PolicyPin;
  readonly rules: string;
}

/** A stream that a decision knew, and up to which revision; −1 when it was looked for and did not exist. */
export interface StreamRead {
  readonly stream: string;
  readonly revision: number;
}

/** The policy version that a decision used, pinned by content. */
export interface PolicyPin {
  readonly version: number;
  readonly hash: string;
}

/** Turns the data of one stored version into the data of the next. Pure and total. */
export type Upcaster = (data: never) => object;

/**
 * What readers need of an event's type: its literal name, the version written today, and how each older version is read.
 * `upcasters[0]` reads version 1 as version 2, and so on.
 */
export interface AnyEventType {
  readonly type: string;
  readonly version: number;
  readonly upcasters: readonly Upcaster[];
  /** A recorded no: a command that ends in it is answered with a refusal, now and at every retry (G4). */
  readonly refusal: boolean;
}

/** An event's type, and the function that makes such an event: `ClaimApproved({ … })`. */
export interface EventType<Type extends string, Data> extends AnyEventType {
  readonly type: Type;
  (data: Data): NewEvent<Type, Data>;
}

export function eventType<Type extends string, Data extends object>(
  type: Type,
  version: number,
  upcasters: readonly Upcaster[] = [],
  refusal = false,
): EventType<Type, Data> {
  assert(upcasters.length === version - 1, 'every older version needs its upcaster', { type, version });
  const make = (data: Data): NewEvent<Type, Data> => ({ type, version, data });
  return Object.assign(make, { type, version, upcasters, refusal });
}

/** An event type whose events are refusals. */
export function refusalType<Type extends string, Data extends object>(
  type: Type,
  version: number,
  upcasters: readonly Upcaster[] = [],
): EventType<Type, Data> {
  return eventType(type, version, upcasters, true);
}

/** The recorded form of an event type: `type ClaimApproved = EventOf<typeof ClaimApproved>`. */
export type EventOf<T> = T extends EventType<infer Type, infer Data> ? RecordedEvent<Type, Data> : never;
/** The produced form of an event type. */
export type NewEventOf<T> = T extends EventType<infer Type, infer Data> ? NewEvent<Type, Data> : never;
