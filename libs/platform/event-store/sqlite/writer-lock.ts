import type { Database, OpenDatabase } from '#platform/event-store/sqlite/database';
import { failureOf } from '#platform/event-store/sqlite/failure';
import { createPrivately } from '#platform/event-store/sqlite/schema';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Another process writes here. The CLI then sends its command over HTTP instead. */
export class WriterLockHeld extends Error {
  constructor(
    readonly directory: string,
    readonly pid: number | undefined,
  ) {
    super(
      `${directory} is being written by another process${pid === undefined ? '' : ` (pid ${pid})`}: ` +
        'one data folder has one writer. Stop that process, or use another DATA_DIR.',
    );
    this.name = 'WriterLockHeld';
  }
}

/**
 * The right to write in a data folder: an exclusive SQLite transaction on `writer.lock` that is never committed. The
 * kernel lets go of it when the process dies, however it dies, so there is no stale lock to clear.
 */
export function takeWriterLock(directory: string, open: OpenDatabase): { release(): void } {
  const path = lockPath(directory);
  createPrivately(directory, path);
  const database = open(path, { busyTimeoutMs: 0 });
  lockOrClose(database, directory);
  // Only for the message above; nobody decides anything by it.
  writeFileSync(pidPath(directory), String(process.pid), { mode: 0o600 });
  return {
    release: () => {
      database.close();
    },
  };
}

/** Whether some process writes in the folder now, and which; asked without taking the lock or making a file. */
export function writerOf(directory: string, open: OpenDatabase): { readonly pid: number | undefined } | undefined {
  const path = lockPath(directory);
  if (!existsSync(path)) return undefined;
  const database = open(path, { readOnly: true, busyTimeoutMs: 0 });
  try {
    database.prepare('SELECT 1 FROM sqlite_schema').get();
    return undefined;
  } catch (error) {
    if (failureOf(error).kind === 'busy') return { pid: writersPid(directory) };
    throw error;
  } finally {
    database.close();
  }
}

function lockOrClose(database: Database, directory: string): void {
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    throw failureOf(error).kind === 'busy' ? new WriterLockHeld(directory, writersPid(directory)) : error;
  }
}

const lockPath = (directory: string): string => join(directory, 'writer.lock');
const pidPath = (directory: string): string => join(directory, 'writer.pid');

/** The process that last took the lock; undefined when the file is not there (yet). */
function writersPid(directory: string): number | undefined {
  try {
    return Number(readFileSync(pidPath(directory), 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}
