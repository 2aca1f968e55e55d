import { registry } from '#platform/profiles/registry';
import type { Network } from '#platform/profiles/network';
import { openEmbedded } from '#platform/profiles/embedded/open-embedded';
import { START } from '#platform/event-store/port/event-store';
import { typesOf } from '#platform/runtime/project/built-view';
import type { BuiltView } from '#platform/runtime/project/built-view';
import { elapsedMs, median } from '../measure/rounds';
import type { Figure } from '../report/figure';
import { asOf } from './as-of';
import { historyIn } from './growing-store';
import type { Setting } from '../setting';
import type { Section } from './section';

const REBUILT = { of: 'value', is: '≥', than: 200_000 } as const;

/** What is folded from the large store: every view rebuilt, and views as of an earlier position. */
export const folds: Section = {
  name: 'folds',
  async run(setting) {
    // The folding thread does not keep a process alive, and here nothing else does.
    const alive = setInterval(() => undefined, 1_000);
    try {
      const rebuilt = await rebuilds(setting);
      return [...rebuilt, ...(await asOf(historyIn(setting), setting.rounds))];
    } finally {
      clearInterval(alive);
    }
  },
};

async function rebuilds(setting: Setting): Promise<readonly Figure[]> {
  const network = await openEmbedded({ directory: historyIn(setting), reactions: 'manual' });
  try {
    setting.say('  catching up …');
    const { sequence: head } = await network.store.head();
    const views = registry.views.map(({ view }) => view);
    await network.projections.waitFor(views, head, Number.POSITIVE_INFINITY);
    await network.reactions.settle();
    const figures: Figure[] = [];
    for (const built of registry.views) figures.push(await rebuild(network, built, setting.rounds));
    return figures;
  } finally {
    await network.close();
  }
}

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
