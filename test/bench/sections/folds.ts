import { registry } from '#platform/profiles/registry';
import type { Network } from '#platform/profiles/network';
import { openEmbedded } from '#platform/profiles/embedded/open-embedded';
import type { EventStore } from '#platform/event-store/port/event-store';
import { START } from '#platform/event-store/port/event-store';
import { WorkerFolder } from '#platform/profiles/embedded/worker-folder';
import { AsOf } from '#platform/runtime/as-of/as-of';
import type { AnyView } from '#platform/view-store/port/view';
import { scopeOfAll } from '#platform/view-store/port/scope';
import { typesOf } from '#platform/runtime/project/built-view';
import type { BuiltView } from '#platform/runtime/project/built-view';
import { elapsedMs, median } from '../measure/rounds';
import type { Figure } from '../report/figure';
import { historyIn } from './growing-store';
import type { Section } from './section';

const REBUILT = { of: 'value', is: '≥', than: 200_000 } as const;
/** What a list shows first. */
const PAGE = { where: [], limit: 50 };
const AS_OF = { of: 'value', is: '≤', than: 500 } as const;

/** What is folded from the large store: every view rebuilt, and views as of an earlier position. */
export const folds: Section = {
  name: 'folds',
  async run(setting) {
    // The folding thread does not keep a process alive, and here nothing else does.
    const alive = setInterval(() => undefined, 1_000);
    const network = await openEmbedded({ directory: historyIn(setting), reactions: 'manual' });
    try {
      setting.say('  catching up …');
      const { sequence: head } = await network.store.head();
      await network.projections.waitFor(
        registry.views.map(({ view }) => view),
        head,
        Number.POSITIVE_INFINITY,
      );
      await network.reactions.settle();
      const figures: Figure[] = [];
      for (const built of registry.views) figures.push(await rebuild(network, built, setting.rounds));
      return [...figures, ...(await asOf(network, historyIn(setting), setting.rounds))];
    } finally {
      await network.close();
      clearInterval(alive);
    }
  },
};

async function rebuild(network: Network, built: BuiltView, rounds: number): Promise<Figure> {
  const events = (await network.store.head()).sequence + 1;
  const handed = await countOf(network, built);
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    times.push(await elapsedMs(() => refold(network, built)));
  }
  const name = `rebuild of ${built.view.name}: ${handed.toLocaleString('en-US')} of ${events.toLocaleString('en-US')} events`;
  return { name, value: (events * 1_000) / median(times), unit: 'events/s', aim: REBUILT };
}

/** Without the digest that the command line takes afterwards. */
async function refold({ projections, views, store }: Network, { view }: BuiltView): Promise<void> {
  const { sequence } = await store.head();
  await projections.stop();
  await views.drop(view);
  projections.start();
  await projections.waitFor([view], sequence, Number.POSITIVE_INFINITY);
}

async function countOf({ store }: Network, { projection }: BuiltView): Promise<number> {
  const events = store.readAll(START, typesOf([projection]))[Symbol.asyncIterator]();
  let count = 0;
  while ((await events.next()).done !== true) count += 1;
  return count;
}

/** The two views that have most to fold: a document a claim, and one for each partner and year. */
async function asOf({ store }: Network, directory: string, rounds: number): Promise<Figure[]> {
  const views = registry.views.filter(({ view: { name } }) => name === 'claims' || name === 'cap-usage');
  const figures: Figure[] = [];
  for (const { view } of views) {
    const times: (readonly number[])[] = [];
    for (let round = 0; round < rounds; round += 1) times.push(await askThrice(view, store, directory));
    for (const [i, how] of ['cold', 'ten events later', 'again'].entries()) {
      const value = median(times.map((round) => round[i] ?? Number.NaN));
      figures.push({ name: `as of 1,000 events ago, ${view.name}: ${how}`, value, unit: 'ms', aim: AS_OF });
    }
  }
  return figures;
}

/** Cold: nothing folded before, the folding thread still to be started. Then a little later, then the same again. */
async function askThrice(view: AnyView, log: EventStore, directory: string): Promise<readonly number[]> {
  const folder = new WorkerFolder({ directory });
  const patienceMs = 60_000;
  const asOf = new AsOf({ log, folder, patienceMs });
  const earlier = (await log.head()).sequence - 1_000;
  const times: number[] = [];
  for (const sequence of [earlier, earlier + 10, earlier]) {
    times.push(await elapsedMs(async () => (await asOf.at([view], sequence)).find(scopeOfAll, view, PAGE)));
  }
  await folder.close();
  return times;
}
