import type { Verification } from '#platform/audit/verify/verification';
import type { Config } from '#platform/config/read-config';
import { isDamage, writerIn } from '#platform/profiles/embedded/open-log';
import { placeOf } from '#platform/profiles/place';
import { nameLog } from '../../log/log-head';
import { leavesToGrow, logOf } from '../../log/the-log';
import { badNews, walk } from '../../log/walk';
import type { ExitCode } from '../../shell/exit';
import { CouldNotRun, EXIT } from '../../shell/exit';
import { settingsIn } from '../../shell/settings';
import type { Task } from '../../shell/task';
import { today } from '../seed/run';
import { Emptied, seedWithProgress, tallyWords } from '../seed/seeding';
import { greeting } from './greeting';
import type { Serving } from './serve';
import type * as Serve from './serve';

/** `rpn start`: returns when it serves; the process then lives until it is ended. */
export async function runStart(task: Task): Promise<ExitCode> {
  const config = settingsIn(task.io);
  try {
    refuseSecondWriter(config.DATA_DIR);
    await fillIfEmpty(task, config);
    const { found, path, serving } = await verified(task, config);
    if (found.kind === 'bad') return refused(task, badNews(found), found.badPosition);
    nameLog(task, path, found.size, found.root);
    task.io.holdInterrupts();
    const url = await serveModule().openAndServe(serving);
    await greeting(task, { config, url, path, size: found.size, root: found.root });
    return EXIT.fine;
  } catch (error) {
    if (error instanceof Emptied) return refused(task, error.message, 0);
    if (isDamage(error)) return refused(task, `The log’s file is damaged: ${(error as Error).message}.`, 0);
    throw error;
  }
}

/** Told before the log is walked; opening it for writing would find out as well, seconds later. */
function refuseSecondWriter(directory: string): void {
  const writer = writerIn(directory);
  if (writer === undefined) return;
  const who = writer.pid === undefined ? 'another process' : `process ${writer.pid}`;
  throw new CouldNotRun(`${directory} is being written by ${who}: one data folder has one writer.`);
}

async function fillIfEmpty(task: Task, { DEMO }: Config): Promise<void> {
  const seeded = await seedWithProgress(task, DEMO, today());
  if (seeded.what !== 'untouched') task.out.note(tallyWords(seeded));
}

interface Verified {
  readonly found: Verification;
  readonly path: string;
  readonly serving: Serving;
}

async function verified(task: Task, config: Config): Promise<Verified> {
  const { reader, path, leafPath, fault } = await logOf(placeOf(config));
  const after = await reader.head();
  const leaves = leavesToGrow(leafPath);
  const { found } = await walk(task, { reader, fault, leaves, grow: true, checkpoints: [], trustLeaves: true });
  await reader.close();
  const onTrouble = (error: unknown): void => task.out.note(`The leaf hashes are no longer written: ${String(error)}`);
  return { found, path, serving: { config, leaves, after, onTrouble } };
}

function refused({ out }: Task, news: string, badPosition: number): ExitCode {
  out.result(`${news}\nNothing is served.`, { verdict: 'bad', badPosition, why: news });
  return EXIT.finding;
}

/** The server and its framework load only when there is something to serve. */
function serveModule(): typeof Serve {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- lazily, see above
  return require('./serve') as typeof Serve;
}
