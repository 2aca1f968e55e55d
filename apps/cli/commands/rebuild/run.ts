import type { EventReader } from '#platform/event-store/port/event-reader';
import type { OpenViews } from '#platform/profiles/embedded/open-views';
import { openViews } from '#platform/profiles/embedded/open-views';
import type { BuiltView } from '#platform/runtime/project/built-view';
import { nameHead } from '../../log/log-head';
import type { TheLog } from '../../log/the-log';
import { logOf } from '../../log/the-log';
import type { ExitCode } from '../../shell/exit';
import { EXIT, UsageError } from '../../shell/exit';
import { didYouMean } from '#kernel/text/did-you-mean';
import type { Task } from '../../shell/task';

type View = BuiltView['view'];

interface Rebuilt {
  readonly view: string;
  readonly version: number;
  readonly sequence: number;
  readonly digest: string;
  /** What it was at the same position; null for a view that had not been built. */
  readonly before: string | null;
}

/** `rpn rebuild [view]`. */
export async function runRebuild(task: Task): Promise<ExitCode> {
  const log = await logOf(task.place());
  try {
    const open = openViews(task.dataDir, log.reader);
    try {
      await nameHead(task, log);
      return await rebuildThem(task, open, log);
    } finally {
      await open.close();
    }
  } finally {
    await log.reader.close();
  }
}

async function rebuildThem(task: Task, open: OpenViews, { reader }: TheLog): Promise<ExitCode> {
  const rebuilt: Rebuilt[] = [];
  for (const view of chosen(open, task.argument)) rebuilt.push(await rebuild(open, reader, view));
  for (const one of rebuilt) task.out.result(words(one), one);
  return rebuilt.some(isWrong) ? EXIT.finding : EXIT.fine;
}

function chosen({ built }: OpenViews, name: string | undefined): readonly View[] {
  const views = built.map(({ view }) => view);
  if (name === undefined) return views;
  const found = views.filter((view) => view.name === name);
  const names = views.map((view) => view.name);
  if (found.length === 0) throw new UsageError(`There is no view ${name}.${didYouMean(name, names)}`);
  return found;
}

/** Brought to the log's head first, where the old and the new documents can be compared. */
async function rebuild(open: OpenViews, log: EventReader, view: View): Promise<Rebuilt> {
  const { views, projections } = open;
  const wasBuilt = (await views.checkpoint(view)).sequence >= 0;
  let before: string | null = null;
  if (wasBuilt) {
    projections.start();
    await projections.waitFor([view], (await log.head()).sequence, Number.POSITIVE_INFINITY);
    before = (await views.digest(view)).digest;
  }
  open.forgetHistory(view);
  const { name, version } = view;
  const { sequence, digest } = await projections.rebuild(view);
  return { view: name, version, sequence, digest, before };
}

const isWrong = ({ before, digest }: Rebuilt): boolean => before !== null && before !== digest;

function words(rebuilt: Rebuilt): string {
  const { view, version, sequence, digest, before } = rebuilt;
  const line = `${view} v${version}  sequence ${sequence}  ${digest}`;
  if (before === null) return `${line}  built`;
  return isWrong(rebuilt) ? `${line}  IT WAS WRONG, with the digest ${before}` : `${line}  as it was`;
}
