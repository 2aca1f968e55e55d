import type { EventStore } from '#platform/event-store/port/event-store';
import type { EventToAppend } from '#platform/event-store/port/stored-event';
import { CommandRuntime } from '#platform/runtime/handle/command-runtime';
import { FactsBoard } from '#platform/runtime/handle/facts-board';
import type { Post } from '#platform/runtime/handle/post';
import type { Outcome } from '#platform/runtime/handle/outcome';
import { FaultyEventStore } from '../support/faulty-event-store';
import { FixedClock } from '../support/fixed-clock';
import { purse, purseCatalogue } from '../support/purse';
import { collect, eventsOf, minute } from '../support/stored-events';

/** An outcome in a few words. */
export const said = (outcome: Outcome): string => {
  if (outcome.kind === 'recorded')
    return `${outcome.refused ? 'refused' : 'accepted'} at ${outcome.sequence}${outcome.replayed ? ' again' : ''}`;
  return outcome.kind === 'not-now' ? outcome.code : outcome.kind;
};

export const spent = (taken: number, left: number): string => `Spent {"cents":${taken},"leftCents":${left}}`;
export const turnedDown = (left: number): string =>
  `SpendingRefused {"because":"PURSE_EMPTY","detail":"Too little is left.","figures":{"leftCents":${left}}}`;

/** What another process spends, which knows nothing of this one. */
export const rivals = (key: string, taken: number, left: number): EventToAppend[] =>
  eventsOf({ name: key, type: 'Spent', data: [{ cents: taken, leftCents: left }] });

/** A purse on a store that misbehaves as told. */
export interface Office {
  readonly store: FaultyEventStore;
  readonly runtime: CommandRuntime;
  /** Another process on the same store, which never loses patience. */
  readonly another: () => CommandRuntime;
  readonly log: () => Promise<string[]>;
}

/** Patience lasts for `tries` questions, so no test waits for a clock. */
export function officeOn(inner: EventStore, tries: number): Office {
  const store = new FaultyEventStore(inner);
  const runtimeWith = (patience: Post['patience']): CommandRuntime => {
    const facts = new FactsBoard(store, purseCatalogue, []);
    return new CommandRuntime([purse], {
      store,
      catalogue: purseCatalogue,
      facts,
      clock: new FixedClock(minute(1)),
      patience,
    });
  };
  const runtime = runtimeWith(() => {
    let left = tries;
    return () => (left -= 1) < 0;
  });
  const log = async () => (await collect(store.readStream('purse-1', 0))).map(({ type, data }) => `${type} ${data}`);
  return { store, runtime, another: () => runtimeWith(() => () => false), log };
}
