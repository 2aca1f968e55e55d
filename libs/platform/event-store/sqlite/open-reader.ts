import type { Database, OpenDatabase } from '#platform/event-store/sqlite/database';
import { openDatabase } from '#platform/event-store/sqlite/driver';
import { failureOf } from '#platform/event-store/sqlite/failure';
import { SqliteLogReader } from '#platform/event-store/sqlite/log-reader';
import { logPath } from '#platform/event-store/sqlite/schema';
import { chmodSync, copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Opens the log of a data folder for reading only: for the CLI, for worker threads, for an auditor's copy. It takes no
 * writer lock and works while a writer runs, when none does, and after one was killed.
 */
export function openSqliteReader(directory: string, open: OpenDatabase = openDatabase): SqliteLogReader {
  const path = logPath(directory);
  if (!existsSync(path)) throw new Error(`There is no log in ${directory}: ${path} is missing.`);
  return openSqliteLog(path, open);
}

/** The same for a log by its own path: a copy may have any name. */
export function openSqliteLog(path: string, open: OpenDatabase = openDatabase): SqliteLogReader {
  const database = openReadable(path, open);
  try {
    return new SqliteLogReader(database);
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * Reading a WAL needs its shared index (-shm), which SQLite makes beside the log when it is missing. In a folder that this
 * process may not write (an auditor's copy, a mounted backup) that fails, and a private copy is read instead. No index
 * means no writer, so nothing moves while the files are copied.
 */
function openReadable(path: string, open: OpenDatabase): Database {
  const database = open(path, { readOnly: true });
  try {
    database.prepare('SELECT 1 FROM sqlite_schema').get();
    return database;
  } catch (error) {
    database.close();
    if (failureOf(error).kind !== 'unreachable' || existsSync(`${path}-shm`)) throw error;
    return openCopy(path, open);
  }
}

function openCopy(path: string, open: OpenDatabase): Database {
  const folder = mkdtempSync(join(tmpdir(), 'rpn-log-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    for (const suffix of ['', '-wal']) {
      const copy = join(folder, `log.db${suffix}`);
      if (existsSync(path + suffix)) copyFileSync(path + suffix, copy);
      if (existsSync(copy)) chmodSync(copy, 0o600);
    }
    const database = open(join(folder, 'log.db'), { readOnly: true });
    return {
      ...database,
      close: () => {
        database.close();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}
