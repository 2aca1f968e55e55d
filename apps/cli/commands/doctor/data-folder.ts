import { writerIn } from '#platform/profiles/embedded/open-log';
import type { Place } from '#platform/profiles/place';
import { tryDurableLog } from '#platform/profiles/embedded/sqlite-check';
import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import path from 'node:path';
import { logOf } from '../../log/the-log';
import type { Check } from './check';
import { ok, warning, wrong } from './check';

// Numbers that Linux gives file systems on other machines (statfs(2)); SQLite's locks cannot be trusted there.
const REMOTE: Readonly<Record<number, string>> = {
  0x6969: 'NFS',
  0x517b: 'SMB',
  0xff534d42: 'CIFS',
  0xfe534d42: 'SMB2',
  0x01021997: '9P',
  0x65735546: 'FUSE',
  0x5346414f: 'AFS',
  0x00c36400: 'Ceph',
};
const LITTLE_BYTES = 1024 ** 3;
const TOO_LITTLE_BYTES = 100 * 1024 ** 2;

/** The nearest folder that is there: DATA_DIR itself, or where it would be made. */
function standing(directory: string): string {
  const full = path.resolve(directory);
  return existsSync(full) || path.dirname(full) === full ? full : standing(path.dirname(full));
}

/** A log is made in a folder beside the real one, to see whether it would be writable and durable there. */
export async function checkWritable(directory: string): Promise<Check> {
  const trial = mkdtempSync(path.join(standing(directory), '.rpn-doctor-'));
  try {
    await tryDurableLog(trial);
  } finally {
    rmSync(trial, { recursive: true, force: true });
  }
  const words = existsSync(directory) ? 'can be written' : 'is not there yet and can be made';
  return ok('data folder', `${directory} ${words}; a log there is durable (write-ahead log, synchronous=FULL)`);
}

export function checkLocal(directory: string): Check {
  const remote = REMOTE[statfsSync(standing(directory)).type >>> 0];
  if (remote === undefined) return ok('disk', `${directory} is on a local disk`);
  return wrong('disk', `${directory} is on ${remote}, whose locks cannot be trusted: use a local disk.`);
}

export function checkSpace(directory: string): Check {
  const { bavail, bsize } = statfsSync(standing(directory));
  const free = bavail * bsize;
  const words = `${(free / 1024 ** 3).toFixed(1)} GiB free`;
  if (free < TOO_LITTLE_BYTES) return wrong('space', `${words}: commands will soon be refused.`);
  return free < LITTLE_BYTES ? warning('space', `${words}, which is little.`) : ok('space', words);
}

export function checkWriter(directory: string): Check {
  const writer = writerIn(directory);
  if (writer === undefined) return ok('writer', 'no process writes here now');
  return ok('writer', writer.pid === undefined ? 'a process writes here now' : `process ${writer.pid} writes here now`);
}

/** Where the network's log lies: of a cluster, whether its server can be reached and counted, and who may do what there. */
export async function checkLog(place: Place): Promise<readonly Check[]> {
  const { directory, eventStoreUrl } = place;
  if (eventStoreUrl === undefined && !existsSync(path.join(directory, 'log.db')))
    return [warning('log', `there is none in ${directory} yet`)];
  const { reader, path: where, trouble, rights } = await logOf(place);
  try {
    const { sequence, knownAt } = await reader.head();
    const mend = trouble();
    const events = sequence < 0 ? 'empty' : `${sequence + 1} events, the last of ${knownAt ?? '?'}`;
    return [
      mend === undefined ? ok('log', `${where}: ${events}`) : wrong('log', `${where}: ${mend}`),
      ...(eventStoreUrl === undefined ? [] : checkRights(rights())),
    ];
  } finally {
    await reader.close();
  }
}

function checkRights(concerns: readonly string[] | undefined): readonly Check[] {
  if (concerns === undefined)
    return [
      ok('rights', 'not looked at: EVENTSTORE_URL names no user, and whoever reaches the server may do anything'),
    ];
  if (concerns.length === 0) return [ok('rights', 'the server lets whom it should, as far as its own streams say')];
  return concerns.map((concern) => wrong('rights', concern));
}
