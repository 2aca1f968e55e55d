import { present } from '#kernel/assert/assert';
import { canonical } from '#kernel/codec/canonical';
import type { Answer } from '#kernel/decider/answer';
import type { AnyDecider, FactFold, Lookup } from '#kernel/decider/decider';
import type { Capsule, NewEvent, SequencedEvent } from '#kernel/decider/event';
import type { EventCatalogue } from '#kernel/decider/upcast';
import type { Uuid } from '#kernel/ids/uuid';
import { recorded } from '#kernel/time/calendar';
import type { EventReader } from '#platform/event-store/port/event-reader';
import { START } from '#platform/event-store/port/event-store';
import { decodeEvent } from '#platform/runtime/codec/event-codec';
import { FactsThen } from '#platform/runtime/replay/facts-then';

/** What deciding again came to. */
export type ReplayVerdict =
  | { readonly verdict: 'MATCH'; readonly commandId: Uuid; readonly sequence: number; readonly name: string }
  | {
      readonly verdict: 'DIFFERS';
      readonly commandId: Uuid;
      readonly sequence: number;
      readonly name: string;
      /** JSON pointer to the first difference, and both sides there. */
      readonly at: string;
      readonly recorded: string;
      readonly fresh: string;
    };

/**
 * Decides every command of the log again, in order: folds its stream up to the event before, its facts up to the
 * revisions that were read, and compares what comes out with what was recorded (G18). One walk over the log; nothing is
 * written, and nothing that could send anything is in reach.
 */
export async function* replayDecisions(
  reader: EventReader,
  deciders: readonly AnyDecider[],
  catalogue: EventCatalogue,
  folds: readonly FactFold<unknown>[],
): AsyncGenerator<ReplayVerdict> {
  const states = new Map<string, object>();
  const facts = new FactsThen(folds);
  let command: SequencedEvent[] = [];
  const flush = function* (): Generator<ReplayVerdict> {
    const first = command[0];
    if (first === undefined) return;
    const decider = present(
      deciders.find((one) => one.owns(first.stream)),
      `a decider for the stream ${first.stream}`,
    );
    const state = states.get(first.stream) ?? (decider.initial() as object);
    yield decideAgain(decider, state, command, facts);
    states.set(first.stream, evolveAll(decider, state, command));
    for (const event of command) facts.note(event);
    command = [];
  };
  for await (const { event: stored } of reader.readAll(START)) {
    const event = decodeEvent(stored, catalogue);
    if (command[0] !== undefined && command[0].metadata.command.id !== event.metadata.command.id) yield* flush();
    command.push(event);
  }
  yield* flush();
}

function evolveAll(decider: AnyDecider, state: object, events: readonly SequencedEvent[]): object {
  return events.reduce<object>((current, event) => decider.evolve(current, event) as object, state);
}

function decideAgain(
  decider: AnyDecider,
  state: object,
  events: readonly SequencedEvent[],
  facts: FactsThen,
): ReplayVerdict {
  const first = present(events[0], 'the first event of a command');
  const { command, capsule } = first.metadata;
  const found = { commandId: command.id, sequence: first.sequence, name: command.name };
  const fresh = freshEvents(decider, state, first, facts.asRead(present(capsule, 'the capsule of a decision')));
  const difference = firstDifference(
    events.map(({ type, version, data }) => ({ type, version, data })),
    fresh,
  );
  return difference === undefined ? { verdict: 'MATCH', ...found } : { verdict: 'DIFFERS', ...found, ...difference };
}

function freshEvents(decider: AnyDecider, state: object, first: SequencedEvent, lookup: Lookup): readonly NewEvent[] {
  const { command, capsule, actor, principal, role, causationId } = first.metadata;
  const { facts } = capsule as Capsule;
  const spec = decider.commands.find(({ name, version }) => name === command.name && version === command.version);
  const asked = present(spec, `${command.name} version ${command.version}`);
  const circumstances = {
    at: facts.at,
    commandId: command.id,
    actor,
    principal,
    role,
    ...(causationId === undefined ? {} : { causationId }),
  };
  const payload = present(command.payload, 'the body of a command');
  const sources = { lookup, calendar: recorded(facts.calendar) };
  const answer: Answer = asked.decide(payload, state, asked.facts(payload, state, circumstances, sources));
  if (answer.kind === 'accepted') return answer.events;
  return answer.kind === 'refused' ? [answer.event] : [{ type: 'not-now', version: 0, data: answer }];
}

interface Difference {
  readonly at: string;
  readonly recorded: string;
  readonly fresh: string;
}

/** The first place where two values differ as canonical JSON; undefined when their bytes are equal. */
export function firstDifference(recordedValue: unknown, fresh: unknown, at = ''): Difference | undefined {
  if (isContainer(recordedValue) && isContainer(fresh) && Array.isArray(recordedValue) === Array.isArray(fresh)) {
    const keys = new Set([...Object.keys(recordedValue), ...Object.keys(fresh)].sort());
    for (const key of keys) {
      const difference = firstDifference(recordedValue[key], fresh[key], `${at}/${key}`);
      if (difference !== undefined) return difference;
    }
    return undefined;
  }
  const [one, other] = [textOf(recordedValue), textOf(fresh)];
  return one === other ? undefined : { at, recorded: one, fresh: other };
}

const isContainer = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const textOf = (value: unknown): string => (value === undefined ? '(absent)' : canonical(value));
