import { assert } from '#kernel/assert/assert';
import type { Database } from '#platform/event-store/sqlite/database';
import { makePrivate } from '#platform/event-store/sqlite/private-file';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

export const logPath = (directory: string): string => join(directory, 'log.db');

/**
 * The log's one table. `sequence` is the rowid, so the log is written at its end only; (stream, revision) grows at the
 * end of a few streams. There is no index on an id: random keys would touch a page per event and slow the log as it grows.
 *
 * `known_at` is the running maximum of recorded_at, kept only where it differs. It is derived (audit/verify checks it) and
 * lets a reader resume anywhere, or find an instant by bisection, without reading what lies before.
 */
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS events (
    sequence INTEGER PRIMARY KEY,
    stream TEXT NOT NULL,
    revision INTEGER NOT NULL,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    version INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    known_at TEXT,
    data TEXT NOT NULL,
    metadata TEXT NOT NULL,
    UNIQUE (stream, revision)
  ) STRICT`;
const SCHEMA_VERSION = 1;
const FULL = 2;
// The pages that a burst dirties again and again; the drivers' defaults differ (16 MB and 2 MB).
const CACHE_KIB = 16_384;
const WAL_KEPT_BYTES = 64 * 1024 * 1024;
/**
 * An event has about 2 kB, of which a usual page (4 kB) holds one and wastes the rest: with these the file is 43 % smaller
 * and 64 events a commit cost 40 % less. Takes effect where the file is made; a log keeps the pages that it began with.
 */
export const PAGE_BYTES = 16_384;

/** Makes the folder (0700) and an empty file (0600) where they are missing. */
export function createPrivately(directory: string, path: string): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  makePrivate(path);
}

/** Readies the one write connection: schema, write-ahead log, an fsync for every commit. */
export function prepareForWriting(database: Database): void {
  database.exec(`PRAGMA page_size = ${PAGE_BYTES}; PRAGMA journal_mode = WAL`);
  // Checkpoints are the store's own, after the answers are given (group-commit.ts).
  database.exec(`PRAGMA wal_autocheckpoint = 0; PRAGMA journal_size_limit = ${WAL_KEPT_BYTES}`);
  // fullfsync: macOS answers a plain fsync before the disk has the bytes; no other system knows it.
  database.exec(`PRAGMA cache_size = -${CACHE_KIB}; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON`);
  const { user_version: found } = present(database, 'user_version');
  assert(found === 0 || found === SCHEMA_VERSION, 'a log.db that another release wrote', { found, SCHEMA_VERSION });
  database.exec(SCHEMA);
  database.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
  // better-sqlite3 is compiled to fall back to NORMAL with the first write to the WAL, on every open. That write was the
  // line above; from here on FULL stays.
  database.exec('PRAGMA synchronous = FULL');
  assertDurable(database);
}

/** Stops when the connection would answer a commit before it is on the disk (G1). */
export function assertDurable(database: Database): void {
  const { synchronous } = present(database, 'synchronous');
  const { journal_mode: journal } = present(database, 'journal_mode');
  assert(synchronous === FULL && journal === 'wal', 'the log would not be durable', { synchronous, journal });
}

function present(database: Database, pragma: string): Record<string, unknown> {
  return database.prepare<Record<string, unknown>>(`PRAGMA ${pragma}`).get() ?? {};
}
