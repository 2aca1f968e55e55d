import { availableDrivers, openDatabase } from '#platform/event-store/sqlite/driver';
import { openSqliteEventStore } from '#platform/event-store/sqlite/sqlite-event-store';

/** What this machine has of SQLite. */
export interface SqliteHere {
  /** Those that work, the one in use first. */
  readonly drivers: readonly string[];
  readonly version: string;
}

/** Throws in plain words where SQLite is absent or too old. */
export function sqliteHere(): SqliteHere {
  const database = openDatabase(':memory:');
  const row = database.prepare<{ version: string }>('SELECT sqlite_version() AS version').get();
  database.close();
  return { drivers: availableDrivers(), version: row?.version ?? 'unknown' };
}

/**
 * Opens and closes a log in an empty folder, as a start would: it throws unless that log is durable (write-ahead log,
 * synchronous=FULL) on that file system.
 */
export async function tryDurableLog(emptyDirectory: string): Promise<void> {
  const store = await openSqliteEventStore({ directory: emptyDirectory });
  await store.close();
}
