import type { PlainDate } from '#kernel/time/plain-date';
import type { Seeded, SeedOptions } from '../../demo/seed';
import { seed } from '../../demo/seed';
import { readSeedMark } from '../../demo/seed-mark';
import { emptiedNews, eventsIn, eventsLost } from '../../log/emptied';
import { progressOf } from '../../shell/progress';
import type { Task } from '../../shell/task';

/** The log was emptied: a finding, not an empty store. */
export class Emptied extends Error {}

/** Seeds the data folder, with a bar on a terminal. A store that has its content is not even opened for writing. */
export async function seedWithProgress(task: Task, demo: SeedOptions['demo'], now: PlainDate): Promise<Seeded> {
  const place = task.place();
  const mark = readSeedMark(task.dataDir);
  const isEmpty = (await eventsIn(place)) === 0;
  if (!isEmpty && mark?.isFinished !== false) return { what: 'untouched', mark };
  const lost = isEmpty ? eventsLost(task.dataDir) : 0;
  if (lost > 0) throw new Emptied(emptiedNews(task.dataDir, lost));
  task.out.note(`Filling ${task.dataDir} (${demo}) …`);
  let progress = progressOf(task, 'seeding', 0);
  const onStep = (done: number, all: number): void => {
    if (done === 1) progress = progressOf(task, 'seeding', all);
    progress.at(done);
  };
  try {
    return await seed(place, { demo, now, onStep });
  } finally {
    progress.end();
  }
}

type Filled = Exclude<Seeded, { what: 'untouched' }>;

/** What is in a store that was just filled, in a line. */
export function tallyWords({ what, demo, now, tally }: Filled): string {
  const { partners, people, payables, events } = tally;
  const claims = Object.values(tally.claims).reduce((sum, count) => sum + count, 0);
  const until = demo === 'none' ? '' : ` up to ${now}`;
  const verb = what === 'resumed' ? 'brought to its end' : 'seeded';
  return `${verb} (${demo})${until}: ${partners} partners, ${people} people, ${claims} claims, ${payables} payables, ${events} events`;
}
