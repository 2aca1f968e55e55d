import type { PlainDate } from '#kernel/time/plain-date';
import { parseDate, plainDate } from '#kernel/time/plain-date';
import { nameLog } from '../../log/log-head';
import { pathOf } from '../../log/the-log';
import type { ExitCode } from '../../shell/exit';
import { CouldNotRun, EXIT, UsageError } from '../../shell/exit';
import type { Task } from '../../shell/task';
import { textOption } from '../../shell/task';
import { Emptied, seedWithProgress, tallyWords } from './seeding';

/** `rpn seed`. */
export async function runSeed(task: Task): Promise<ExitCode> {
  const demo = textOption(task, 'only') === 'network' ? 'network' : 'full';
  const now = dateIn(textOption(task, 'now'));
  try {
    const seeded = await seedWithProgress(task, demo, now);
    if (seeded.what === 'untouched')
      throw new CouldNotRun(`${await pathOf(task.place())} is not empty; nothing was written.`);
    const { events, root } = seeded.tally;
    nameLog(task, await pathOf(task.place()), events, Buffer.from(root, 'hex'));
    task.out.result(`${tallyWords(seeded)}\nroot: ${root}`, seeded);
    return EXIT.fine;
  } catch (error) {
    if (!(error instanceof Emptied)) throw error;
    task.out.result(error.message, { verdict: 'bad', badPosition: 0, why: error.message });
    return EXIT.finding;
  }
}

function dateIn(text: string | undefined): PlainDate {
  const date = text === undefined ? today() : parseDate(text);
  if (date === undefined) throw new UsageError(`--now is a day such as 2026-08-04; it was "${text ?? ''}".`);
  return date;
}

/** The day it is; whether here or in Greenwich makes no difference to a demo. */
export const today = (): PlainDate => plainDate(new Date().toISOString().slice(0, 10));
