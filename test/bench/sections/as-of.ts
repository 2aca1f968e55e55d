import { openSqliteReader } from '#platform/event-store/sqlite/open-reader';
import { historyFileIn } from '#platform/profiles/embedded/open-views';
import { openLog } from '#platform/profiles/embedded/open-log';
import { WorkerFolder } from '#platform/profiles/embedded/worker-folder';
import { registry } from '#platform/profiles/registry';
import { AsOf } from '#platform/runtime/as-of/as-of';
import { HistoryIndex } from '#platform/runtime/as-of/history/history-index';
import type { BuiltView } from '#platform/runtime/project/built-view';
import { scopeOfAll } from '#platform/view-store/port/scope';
import type { AnyView } from '#platform/view-store/port/view';
import { SqliteViewHistory } from '#platform/view-store/sqlite/sqlite-view-history';
import { rmSync, statSync } from 'node:fs';
import { elapsedMs, median } from '../measure/rounds';
import type { Figure } from '../report/figure';

/** What a list shows first. */
const PAGE = { where: [], limit: 50 };
const AIM = { of: 'value', is: '≤', than: 500 } as const;
const AGO = 1_000;
/** Longer than anything takes here: a bench measures how long it takes, not that somebody lost patience. */
const PATIENCE_MS = 600_000;

/** Views as of an earlier position, in a data folder that nothing else has open: the index made, then asked. */
export async function asOf(directory: string, rounds: number): Promise<readonly Figure[]> {
  // The two that have most to fold: a document a claim, and one for each partner and year.
  const views = registry.views.filter(({ view: { name } }) => name === 'claims' || name === 'cap-usage');
  const figures = [...(await indexed(directory, views))];
  const ready: number[] = [];
  for (const { view } of views) {
    const times: (readonly number[])[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const { readyMs, askedMs } = await askOfStarted(directory, view);
      ready.push(readyMs);
      times.push(askedMs);
    }
    for (const [i, how] of ['first', 'ten events later', 'again'].entries()) {
      const value = median(times.map((round) => round[i] ?? Number.NaN));
      figures.push({ name: `as of 1,000 events ago, ${view.name}: ${how}`, value, unit: 'ms', aim: AIM });
    }
  }
  const start = { name: 'start of the folding thread, before it is asked', value: median(ready), unit: 'ms' };
  return [...figures, start];
}

/** The index of all views made from nothing up to some events ago, and what is asked of it before it has read the rest. */
async function indexed(directory: string, views: readonly BuiltView[]): Promise<readonly Figure[]> {
  const file = historyFileIn(directory);
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
  const [log, history] = [openSqliteReader(directory), new SqliteViewHistory(file)];
  const index = new HistoryIndex(registry.views, { log, history, catalogue: registry.catalogue });
  const { sequence: head } = await log.head();
  const ms = await elapsedMs(() => index.reach(registry.views, head - AGO));
  const figures: Figure[] = [
    { name: 'history index from nothing, all views', value: ((head - AGO) * 1_000) / ms, unit: 'events/s' },
  ];
  for (const built of views) {
    const value = await elapsedMs(async () => {
      await index.reach([built], head);
      index.find(scopeOfAll, built, PAGE, head);
    });
    figures.push({ name: `as of now, 1,000 events not indexed yet, ${built.view.name}`, value, unit: 'ms', aim: AIM });
  }
  await index.reach(registry.views, head);
  history.close();
  await log.close();
  return [...figures, { name: 'history index on disk', value: statSync(file).size / (head + 1), unit: 'bytes/event' }];
}

/** A thread as a server has it that has just started, with the index at hand and nothing asked: how long its questions take. */
async function askOfStarted(directory: string, view: AnyView) {
  const log = openLog(directory);
  const folder = new WorkerFolder({ directory, history: historyFileIn(directory) });
  const asOf = new AsOf({ log, folder, patienceMs: PATIENCE_MS });
  const readyMs = await elapsedMs(async () => {
    asOf.start();
    await asOf.at([view], -1);
  });
  const earlier = (await log.head()).sequence - AGO;
  const askedMs: number[] = [];
  for (const sequence of [earlier, earlier + 10, earlier]) {
    askedMs.push(await elapsedMs(async () => (await asOf.at([view], sequence)).find(scopeOfAll, view, PAGE)));
  }
  await folder.close();
  await log.close();
  return { readyMs, askedMs };
}
