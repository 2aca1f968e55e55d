import type { EventReader } from '#platform/event-store/port/event-reader';
import type { Place } from '#platform/profiles/place';
import {
  faultOfFile,
  isDamage,
  leafFileIn,
  logFileIn,
  openLog,
  openLogFile,
} from '#platform/profiles/embedded/open-log';
import { LeafFile } from '#platform/audit/tree/leaf-file';
import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { CouldNotRun } from '../shell/exit';

/** A log that is only read, where it lies, and the leaf hashes kept beside it. */
export interface TheLog {
  readonly reader: EventReader;
  /** Its file, or the address of its server. */
  readonly path: string;
  readonly leafPath: string;
  /** What the engine itself finds wrong with it, beyond the events. */
  readonly fault: () => string | undefined;
  /** What its server is asked to mend although every event is there. */
  readonly trouble: () => string | undefined;
  /** What is not as it should be about who may do what to it; undefined where its place knows no users. */
  readonly rights: () => readonly string[] | undefined;
}

/** The log of the network in its place: a data folder's own, or a cluster's. */
export async function logOf({ directory, eventStoreUrl: url }: Place): Promise<TheLog> {
  if (url === undefined) return logIn(directory);
  const { openClusterLog, concernsAboutRights, shownUrl } = await clusterLog();
  const reader = await openClusterLog(url);
  const rights = () => concernsAboutRights(reader, url);
  const engine = { fault: () => undefined, trouble: () => reader.trouble(), rights };
  return { reader, path: shownUrl(url), leafPath: leafFileIn(directory), ...engine };
}

/** The log of a data folder. */
export function logIn(directory: string): TheLog {
  const { path, leafPath } = whereIn(directory);
  return { reader: readable(path, () => openLog(directory)), path, leafPath, ...engineOf(path) };
}

/** What to call the log of a network in its place. */
export async function pathOf({ directory, eventStoreUrl: url }: Place): Promise<string> {
  return url === undefined ? whereIn(directory).path : (await clusterLog()).shownUrl(url);
}

/** The cluster's client loads only where there is a cluster. */
const clusterLog = () => import('#platform/profiles/cluster/open-cluster-log');

/** Where a data folder keeps it. */
export function whereIn(directory: string): Pick<TheLog, 'path' | 'leafPath'> {
  return { path: logFileIn(directory), leafPath: leafFileIn(directory) };
}

/** The log that a person names: a data folder, or the file itself. */
export function logAt(path: string): TheLog {
  if (path === '-') throw new CouldNotRun('A log is read in its place, not from standard input: name its file.');
  if (!existsSync(path)) throw new CouldNotRun(`There is no ${path}.`);
  if (statSync(path).isDirectory()) return logIn(path);
  const reader = readable(path, () => openLogFile(path));
  return { reader, path, leafPath: leafFileIn(dirname(path)), ...engineOf(path) };
}

const engineOf = (path: string) => ({
  ...{ fault: () => faultOfFile(path), trouble: () => undefined, rights: () => undefined },
});

function readable(path: string, open: () => EventReader): EventReader {
  try {
    return open();
  } catch (error) {
    if (isDamage(error))
      throw new CouldNotRun(`${path} is no log, or damaged beyond reading: ${(error as Error).message}.`);
    throw error;
  }
}

/** The stored leaf hashes, to be grown where this process may; undefined where there are none and none can be made. */
export function leavesToGrow(path: string): LeafFile | undefined {
  try {
    return LeafFile.openOrMake(path);
  } catch {
    return storedLeaves(path);
  }
}

/** The stored leaf hashes as they are; undefined where there are none. */
export function storedLeaves(path: string): LeafFile | undefined {
  return existsSync(path) ? LeafFile.read(path) : undefined;
}
