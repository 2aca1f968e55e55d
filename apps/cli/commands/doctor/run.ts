import type { Config } from '#platform/config/read-config';
import { ConfigInvalid, readConfig } from '#platform/config/read-config';
import type { Place } from '#platform/profiles/place';
import { writerIn } from '#platform/profiles/embedded/open-log';
import { nameHead } from '../../log/log-head';
import { logOf } from '../../log/the-log';
import type { ExitCode } from '../../shell/exit';
import { EXIT } from '../../shell/exit';
import type { Io } from '../../shell/io';
import type { Task } from '../../shell/task';
import type { Check } from './check';
import { checked, ok, wrong } from './check';
import { checkLocal, checkLog, checkSpace, checkWritable, checkWriter } from './data-folder';
import { checkNode, checkPort, checkSqlite } from './machine';

/** `rpn doctor`: every check, whatever the others say. */
export async function runDoctor(task: Task): Promise<ExitCode> {
  const checks = await allChecks(task);
  const isWell = checks.every(({ verdict }) => verdict !== 'wrong');
  if (checks.some(({ what, verdict }) => what === 'log' && verdict === 'ok')) await nameTheLog(task);
  if (task.out.isJson) task.out.result('', { verdict: isWell ? 'well' : 'wrong', checks });
  else for (const check of checks) task.out.line(lineOf(check, task.io));
  return isWell ? EXIT.fine : EXIT.finding;
}

async function allChecks({ dataDir, place, io }: Task): Promise<Check[]> {
  const { config, checks } = checkSettings(io);
  const isServing = (): boolean => writerIn(dataDir) !== undefined;
  return [
    checkNode(process.versions.node),
    await checked('SQLite', checkSqlite),
    ...checks,
    await checked('data folder', () => checkWritable(dataDir)),
    await checked('disk', () => checkLocal(dataDir)),
    await checked('space', () => checkSpace(dataDir)),
    await checked('writer', () => checkWriter(dataDir)),
    ...(config === undefined ? [] : await checkServer(place())),
    await checked('log', () => checkLog(place())),
    config === undefined ? [] : await checked('port', () => checkPort(config.HOST, config.PORT, isServing())),
  ].flat();
}

/** Of a cluster: whether its connection string is one for a log that others can reach. */
async function checkServer({ eventStoreUrl: url }: Place): Promise<Check[]> {
  if (url === undefined) return [];
  const { concernsAbout } = await import('#platform/profiles/cluster/connection-concerns');
  const concerns = concernsAbout(url);
  if (concerns.length === 0) return [ok('server', 'EVENTSTORE_URL is as docs/operating/eventstoredb.md has it')];
  return concerns.map((concern) => wrong('server', `EVENTSTORE_URL ${concern}`));
}

function checkSettings({ env }: Io): { config?: Config; checks: Check[] } {
  try {
    return { config: readConfig(env), checks: [ok('settings', 'the environment’s variables are sound')] };
  } catch (error) {
    if (!(error instanceof ConfigInvalid)) throw error;
    return { checks: error.faults.map((fault) => wrong('settings', fault)) };
  }
}

async function nameTheLog(task: Task): Promise<void> {
  const log = await logOf(task.place());
  await nameHead(task, log);
  await log.reader.close();
}

const COLOURS = { ok: 32, warning: 33, wrong: 31 } as const;

function lineOf({ what, verdict, says }: Check, { stdout, env }: Io): string {
  const isColoured = stdout.isTTY === true && (env['NO_COLOR'] ?? '') === '';
  const word = verdict.padEnd(7);
  return `${isColoured ? `\u001b[${COLOURS[verdict]}m${word}\u001b[0m` : word}  ${what.padEnd(11)}  ${says}`;
}
