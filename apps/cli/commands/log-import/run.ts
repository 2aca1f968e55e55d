import { checkExport } from '#platform/audit/transfer/check-export';
import type { Imported } from '#platform/audit/transfer/import-log';
import { importLog } from '#platform/audit/transfer/import-log';
import { Finding } from '#platform/audit/verify/finding';
import { openLogToWrite } from '#platform/profiles/open-log-to-write';
import { createReadStream, existsSync } from 'node:fs';
import { emptiedNews, eventsIn, eventsLost } from '../../log/emptied';
import { Lines } from '../../log/lines';
import { nameLog } from '../../log/log-head';
import { pathOf } from '../../log/the-log';
import type { ExitCode } from '../../shell/exit';
import { CouldNotRun, EXIT, UsageError } from '../../shell/exit';
import type { Task } from '../../shell/task';

/** `rpn log import FILE`: the file is read twice, first to see that all of it is sound. */
export async function runLogImport(task: Task): Promise<ExitCode> {
  const file = fileOf(task);
  const checked = new Lines(createReadStream(file));
  try {
    await checkExport(checked.all());
  } catch (error) {
    return notImported(task, error, `${file}, line ${checked.count}: `);
  }
  try {
    const imported = await importedFrom(task, file);
    nameLog(task, await pathOf(task.place()), imported.size, Buffer.from(imported.root, 'hex'));
    task.out.result(words(imported), { verdict: 'good', ...imported });
    return EXIT.fine;
  } catch (error) {
    return notImported(task, error, '');
  }
}

function notImported({ out }: Task, error: unknown, where: string): ExitCode {
  if (!(error instanceof Finding)) throw error;
  const why = `${where}${error.message}`;
  out.result(`Nothing was imported: ${why}.`, { verdict: 'bad', why });
  return EXIT.finding;
}

async function importedFrom(task: Task, file: string): Promise<Imported> {
  const place = task.place();
  const lost = (await eventsIn(place)) === 0 ? eventsLost(place.directory) : 0;
  if (lost > 0) throw new Finding(emptiedNews(place.directory, lost).replace(/\.$/, ''));
  const store = await openLogToWrite(place);
  try {
    return await importLog(store, new Lines(createReadStream(file)).all());
  } finally {
    await store.close();
  }
}

function fileOf({ argument }: Task): string {
  if (argument === undefined) throw new UsageError('Say what to import: rpn log import FILE.');
  if (argument === '-') throw new UsageError('The file is read twice; write it down first, then name it.');
  if (!existsSync(argument)) throw new CouldNotRun(`There is no ${argument}.`);
  return argument;
}

function words({ size, root, found }: Imported): string {
  const rest = found === 0 ? '' : `, ${found} of which stood there already`;
  return `imported: ${size} events${rest}\nroot: ${root}`;
}
