import type { EventReader } from '#platform/event-store/port/event-reader';
import { isDamage, leafFileIn, logFileIn, openLog, openLogFile } from '#platform/profiles/embedded/open-log';
import { LeafFile } from '#platform/audit/tree/leaf-file';
import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { CouldNotRun } from '../shell/exit';

/** A log that is only read, where it lies, and the leaf hashes kept beside it. */
export interface TheLog {
  readonly reader: EventReader;
  readonly path: string;
  readonly leafPath: string;
}

/** The log of a data folder. */
export function logIn(directory: string): TheLog {
  const { path, leafPath } = whereIn(directory);
  return { reader: readable(path, () => openLog(directory)), path, leafPath };
}

/** Where a data folder keeps it. */
export function whereIn(directory: string): Omit<TheLog, 'reader'> {
  return { path: logFileIn(directory), leafPath: leafFileIn(directory) };
}

/** The log that a person names: a data folder, or the file itself. */
export function logAt(path: string): TheLog {
  if (path === '-') throw new CouldNotRun('A log is read in its place, not from standard input: name its file.');
  if (!existsSync(path)) throw new CouldNotRun(`There is no ${path}.`);
  if (statSync(path).isDirectory()) return logIn(path);
  return { reader: readable(path, () => openLogFile(path)), path, leafPath: leafFileIn(dirname(path)) };
}

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
