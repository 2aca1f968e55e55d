import type {
  Database,
  Driver,
  DriverName,
  OpenDatabase,
  OpenOptions,
  Statement,
  SqliteValue,
} from '#platform/event-store/sqlite/database';
import { betterSqlite3 } from '#platform/event-store/sqlite/driver-better-sqlite3';
import { nodeSqlite } from '#platform/event-store/sqlite/driver-node-sqlite';
import { failureOf } from '#platform/event-store/sqlite/failure';
import { makePrivate } from '#platform/event-store/sqlite/private-file';

// This file is the door to SQLite for both stores that are built on it; nothing else of this folder is theirs to import.
export { failureOf, makePrivate };
export type { Database, DriverName, OpenDatabase, SqliteValue, Statement };

// 3.51.3 mends the WAL-reset race, by which a commit that was answered could be lost to a checkpoint.
const OLDEST_SQLITE = '3.51.3';
const BUSY_TIMEOUT_MS = 1_000;
type Open = (path: string, options: OpenOptions) => Database;
const drivers: readonly Driver[] = [betterSqlite3, nodeSqlite];

/** The drivers that this machine has, best first. */
export function availableDrivers(): readonly DriverName[] {
  return drivers.filter((driver) => driver.load() !== undefined).map((driver) => driver.name);
}

/** Opens a database file (a path; the drivers differ on `file:` URIs). Throws in plain words where SQLite is absent or too old. */
export const openDatabase: OpenDatabase = (path, options = {}) => {
  const open = chooseDriver(options.driver);
  refuseOldSqlite(versionOf(open));
  return open(path, { busyTimeoutMs: BUSY_TIMEOUT_MS, ...options });
};

/** Asked of a database in memory: even this question would wait for another process's lock on a file. */
function versionOf(open: Open): string {
  const database = open(':memory:', {});
  const row = database.prepare<{ version: string }>('SELECT sqlite_version() AS version').get();
  database.close();
  return row?.version ?? 'unknown';
}

/** Throws when `version` is older than the first SQLite whose WAL can be trusted. */
export function refuseOldSqlite(version: string): void {
  if (!isAtLeast(version, OLDEST_SQLITE)) {
    throw new Error(
      `SQLite ${version} is too old: ${OLDEST_SQLITE} is the first whose write-ahead log cannot lose a commit. ` +
        'Update better-sqlite3 (npm install) or Node.',
    );
  }
}

/** Compares dotted versions number by number: 3.9.0 is older than 3.51.3. False for what is no version. */
function isAtLeast(version: string, oldest: string): boolean {
  if (!/^\d+\.\d+\.\d+$/.test(version)) return false;
  const have = version.split('.').map(Number);
  for (const [i, wanted] of oldest.split('.').map(Number).entries()) {
    const part = have[i] ?? 0;
    if (part !== wanted) return part > wanted;
  }
  return true;
}

function chooseDriver(name: DriverName | undefined): Open {
  for (const driver of drivers) {
    const open = name === undefined || name === driver.name ? driver.load() : undefined;
    if (open !== undefined) return open;
  }
  throw new Error(
    `${name ?? 'No SQLite'} is not to be had here: better-sqlite3 is not installed (its binary could neither be ` +
      `downloaded nor compiled) and Node ${process.versions.node} has no node:sqlite. ` +
      'Use Node 22.13 or newer (24 is recommended), or install a C++ compiler and run npm install again.',
  );
}
