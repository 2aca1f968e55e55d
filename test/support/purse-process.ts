import { digestOfLines } from '#kernel/codec/digest';
import { openEventStoreDb } from '#platform/event-store/eventstoredb/eventstoredb-event-store';
import { START } from '#platform/event-store/port/event-store';
import { canonicalEvent } from '#platform/event-store/port/stored-event';
import { existsSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { countedIndex } from './counted-index';
import { CountingEventStore } from './counting-event-store';
import { FreshLog } from './fresh-log';
import { spend } from './purse';
import { PurseLoad, purseRuntime } from './purse-load';
import { collect } from './stored-events';

/**
 * One of several processes that spend from one purse on one log: `purse-process.ts URL PREFIX NAME GO (claims N | load MS)`.
 * Prints `ready`, begins when the file GO exists, and then prints one line of JSON with what it was answered and, for
 * claims, how the log looks from here once all `2 N` events are in it.
 */
async function main([url, prefix, name, go, kind, figure]: string[]): Promise<void> {
  const server = await openEventStoreDb({ url: url!, index: await countedIndex(url!) });
  const store = new CountingEventStore(await FreshLog.over(server, prefix));
  console.log('ready');
  while (!existsSync(go!)) await setTimeout(5);
  const told =
    kind === 'claims' ? await claims(store, name!, Number(figure)) : await load(store, name!, Number(figure));
  const { appends, conflicts, folds, foldedEvents, foldMs } = store;
  const end = kind === 'claims' ? await agreed(store, 2 * Number(figure)) : {};
  console.log(
    `told ${JSON.stringify({ ...told, ...end, tree: server.tree(), appends, conflicts, folds, foldedEvents, foldMs })}`,
  );
  await store.close();
}

/** `count` claims of 100 cents, of which the purse can pay ten, at random moments of a quarter of a second. */
async function claims(store: CountingEventStore, name: string, count: number): Promise<object> {
  const runtime = purseRuntime(store);
  const answers = Array.from({ length: count }, async (_, n) => {
    await setTimeout(Math.random() * 250);
    for (;;) {
      const outcome = await runtime.handle('Spend', spend(`${name} ${n}`, 100));
      if (outcome.kind === 'recorded') return outcome.refused;
      if (outcome.kind !== 'unknown') throw new Error(JSON.stringify(outcome));
    }
  });
  const refused = (await Promise.all(answers)).filter(Boolean).length;
  return { accepted: count - refused, refused };
}

async function load(store: CountingEventStore, name: string, ms: number): Promise<object> {
  const running = new PurseLoad(store, name).start();
  await setTimeout(ms);
  await running.stop();
  return { acknowledged: running.acknowledged.size, others: [...running.others] };
}

/** The log as this process reads it once the last event is there. */
async function agreed(store: CountingEventStore, events: number): Promise<object> {
  while ((await store.head()).sequence < events - 1) await setTimeout(5);
  const log = await collect(store.readAll(START));
  return { sequence: log.at(-1)?.event.sequence, digest: digestOfLines(log.map(({ event }) => canonicalEvent(event))) };
}

void main(process.argv.slice(2));
