import { directoryFold } from '#contexts/access/facts/directory';
import type { SequencedEvent } from '#kernel/decider/event';
import { registry } from '#platform/profiles/registry';
import { duesOf } from '#platform/runtime/deadlines/due';
import type { LogFold } from '#platform/runtime/handle/live-fold';
import { foldEvent } from '#platform/runtime/project/fold-event';

/** Hands every event to every fold and reaction of the program, as a running process does. */
export function foldByAll(events: readonly SequencedEvent[]): void {
  for (const projection of registry.projections) foldView(projection, events);
  for (const fold of [directoryFold, duesOf(registry.deadlines)]) foldLog(fold as LogFold<unknown>, events);
  for (const fold of registry.folds) foldStreams<unknown>(fold, (stream) => stream.startsWith(fold.prefix), events);
  for (const decider of registry.deciders)
    foldStreams<unknown>({ ...decider, types: decider.events }, (stream) => decider.owns(stream), events);
  for (const reaction of registry.reactions) for (const event of of(reaction.types, events)) reaction.react(event);
}

type Types = readonly { readonly type: string }[];

const of = (types: Types, events: readonly SequencedEvent[]): SequencedEvent[] => {
  const names = new Set(types.map(({ type }) => type));
  return events.filter(({ type }) => names.has(type));
};

function foldView(projection: (typeof registry.projections)[number], events: readonly SequencedEvent[]): void {
  const documents = new Map<string, object>();
  for (const event of of(projection.types, events)) foldEvent(projection, event, projection.keys(event), documents);
}

function foldLog<State>(fold: LogFold<State>, events: readonly SequencedEvent[]): void {
  of(fold.types, events).reduce((state, event) => fold.evolve(state, event), fold.initial());
}

interface StreamFold<State> {
  readonly types: Types;
  initial(): State;
  evolve(state: State, event: SequencedEvent): State;
}

function foldStreams<State>(
  fold: StreamFold<State>,
  reads: (stream: string) => boolean,
  events: readonly SequencedEvent[],
): void {
  const states = new Map<string, State>();
  for (const event of of(fold.types, events)) {
    const { stream } = event;
    if (reads(stream)) states.set(stream, fold.evolve(states.get(stream) ?? fold.initial(), event));
  }
}
