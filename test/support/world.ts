import { present } from '#kernel/assert/assert';
import { canonical } from '#kernel/codec/canonical';
import { digestOf } from '#kernel/codec/digest';
import type { Answer } from '#kernel/decider/answer';
import type { AnyCommandSpec, AnyDecider, Circumstances, FactFold, Lookup, Reply } from '#kernel/decider/decider';
import type { EventMetadata, NewEvent, SequencedEvent } from '#kernel/decider/event';
import type { Projection } from '#kernel/decider/projection';
import { eventIdOf, uuidOf } from '#kernel/ids/uuid';
import type { Calendar } from '#kernel/time/calendar';
import { recorded, recording, zoneCalendar } from '#kernel/time/calendar';
import type { Instant } from '#kernel/time/instant';
import { instant } from '#kernel/time/instant';

/** Who asks, when, and under which key; what is left out is the world's. */
export interface By {
  readonly by?: EventMetadata['actor'];
  readonly onBehalfOf?: EventMetadata['principal'];
  readonly role?: string;
  readonly at?: string;
  /** The command's id derives from it; the same key is the same command. */
  readonly key?: string;
}

export interface Asked {
  readonly answer: Answer;
  /** The events of an accepted or refused answer, as recorded. */
  readonly events: readonly SequencedEvent[];
  readonly reply: Reply | undefined;
}

interface Held {
  state: object;
  revision: number;
}

/**
 * Deciders and a log in memory, without the machine: asks are decided, evolved and recorded in the order in which they
 * come. Every decision is made twice, the second time with the calendar's answers of the first, as a replay would.
 */
export class World {
  readonly log: SequencedEvent[] = [];
  private readonly streams = new Map<string, Held>();
  private readonly facts = new Map<FactFold<unknown>, Map<string, { state: unknown; upTo: number }>>();

  constructor(
    private readonly deciders: readonly AnyDecider[],
    private readonly now: string,
  ) {}

  /** Puts events into a stream, as if an earlier command had made them. */
  record(stream: string, events: readonly NewEvent[], by: By = {}): SequencedEvent[] {
    const circumstances = this.circumstances(by);
    return this.append(stream, events, metadataOf(circumstances, 'Given', {}, {}));
  }

  /** Decides a command; what it makes is evolved and recorded. */
  ask(name: string, payload: object, by: By = {}): Asked {
    const { decider, spec } = this.specOf(name);
    const circumstances = this.circumstances(by);
    const stream = spec.stream(payload, circumstances);
    if (!decider.owns(stream)) throw new Error(`${name} writes ${stream}, which ${decider.name} does not own`);
    const { state } = this.held(stream);
    const answers: Record<string, string> = {};
    const decide = (calendar: Calendar): Answer => {
      const facts = spec.facts(payload, state, circumstances, { lookup: this.lookup, calendar });
      return spec.decide(payload, state, facts);
    };
    const answer = decide(recording(zoneCalendar, answers));
    if (canonical(decide(recorded(answers))) !== canonical(answer)) throw new Error(`${name} decides otherwise again`);
    if (answer.kind === 'not-now') return { answer, events: [], reply: undefined };
    const made = answer.kind === 'accepted' ? answer.events : [answer.event];
    const events = this.append(stream, made, metadataOf(circumstances, name, payload, answers));
    return { answer, events, reply: answer.kind === 'accepted' ? spec.reply(events) : undefined };
  }

  /** The documents that a projection makes of the log. */
  documents<D extends object>(projection: Projection<D>): Map<string, D> {
    const types = new Set(projection.types.map(({ type }) => type));
    const documents = new Map<string, D>();
    for (const event of this.log) {
      if (!types.has(event.type)) continue;
      for (const key of new Set(projection.keys(event))) {
        const next = projection.fold(documents.get(key), event, key);
        if (next === null) documents.delete(key);
        else documents.set(key, JSON.parse(canonical(next)) as D);
      }
    }
    return documents;
  }

  stateOf<State>(stream: string): Readonly<State> {
    return this.held(stream).state as State;
  }

  private readonly lookup: Lookup = {
    get: <State>(fold: FactFold<State>, stream: string) => {
      const states = this.facts.get(fold) ?? new Map<string, { state: unknown; upTo: number }>();
      this.facts.set(fold, states);
      const known = states.get(stream) ?? { state: undefined, upTo: 0 };
      states.set(stream, known);
      for (; known.upTo < this.log.length; known.upTo += 1) {
        const event = present(this.log[known.upTo], 'an event of the log');
        if (event.stream !== stream || !stream.startsWith(fold.prefix)) continue;
        if (!fold.types.some(({ type }) => type === event.type)) continue;
        known.state = fold.evolve((known.state ?? fold.initial()) as State, event);
      }
      return known.state as State | undefined;
    },
  };

  private append(stream: string, events: readonly NewEvent[], metadata: EventMetadata): SequencedEvent[] {
    const held = this.held(stream);
    const decider = this.deciders.find((one) => one.owns(stream));
    return events.map((event, index) => {
      held.revision += 1;
      const made: SequencedEvent = {
        ...event,
        data: JSON.parse(canonical(event.data)) as object,
        id: eventIdOf(metadata.command.id, index),
        stream,
        revision: held.revision,
        recordedAt: present(metadata.capsule, 'the capsule').facts.at,
        metadata,
        sequence: this.log.length,
      };
      if (decider !== undefined) held.state = decider.evolve(held.state, made) as object;
      this.log.push(made);
      return made;
    });
  }

  private held(stream: string): Held {
    const known = this.streams.get(stream);
    if (known !== undefined) return known;
    const state = (this.deciders.find((one) => one.owns(stream))?.initial() ?? {}) as object;
    const held = { state, revision: -1 };
    this.streams.set(stream, held);
    return held;
  }

  private specOf(name: string): { decider: AnyDecider; spec: AnyCommandSpec } {
    for (const decider of this.deciders) {
      const spec = decider.commands.find((one) => one.name === name);
      if (spec !== undefined) return { decider, spec };
    }
    throw new Error(`no decider knows ${name}`);
  }

  private circumstances({ by, onBehalfOf, role, at, key }: By): Circumstances {
    const actor = by ?? 'service:world';
    return {
      at: instant(at ?? this.now),
      commandId: uuidOf(key ?? `command ${this.log.length}`),
      actor,
      principal: onBehalfOf ?? actor,
      role: role ?? 'service',
    };
  }
}

function metadataOf(
  { at, commandId, actor, principal, role }: Circumstances,
  name: string,
  payload: object,
  calendar: Readonly<Record<string, string>>,
): EventMetadata {
  return {
    actor,
    principal,
    role,
    authentication: { issuer: 'urn:world', method: 'simulation' },
    command: { id: commandId, name, version: 1, payload, bodyHash: digestOf(payload) },
    correlationId: commandId,
    capsule: { facts: { at: at satisfies Instant, calendar }, reads: [], rules: 'v1' },
  };
}
