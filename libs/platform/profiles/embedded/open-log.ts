import type { EventReader } from '#platform/event-store/port/event-reader';
import { openDatabase } from '#platform/event-store/sqlite/driver';
import { failureOf } from '#platform/event-store/sqlite/failure';
import { openSqliteLog, openSqliteReader } from '#platform/event-store/sqlite/open-reader';
import { logPath } from '#platform/event-store/sqlite/schema';
import { writerOf } from '#platform/event-store/sqlite/writer-lock';
import { join } from 'node:path';

/** The log of a data folder, for reading only: while a server writes it, when none does, after one was killed. */
export const openLog = (directory: string): EventReader => openSqliteReader(directory);
/** A log by the path of its file. */
export const openLogFile = (path: string): EventReader => openSqliteLog(path);
/** Where a data folder keeps its log. */
export const logFileIn = (directory: string): string => logPath(directory);
/** Where a data folder keeps the leaf hashes of its log (audit/tree/leaf-file). */
export const leafFileIn = (directory: string): string => join(directory, 'leaves');

/** The process that writes in a data folder at this moment; undefined when none does. */
export const writerIn = (directory: string): { readonly pid: number | undefined } | undefined =>
  writerOf(directory, openDatabase);

/**
 * What SQLite itself finds wrong with a log's file, in its own words; undefined when all is well. Reading the log in order
 * does not touch the index by which streams are read, and an index that disagrees would hide events from a decision.
 */
export function faultOfFile(path: string): string | undefined {
  const database = openDatabase(path, { readOnly: true });
  try {
    const found = database.prepare<{ integrity_check: string }>('PRAGMA integrity_check(1)').get()?.integrity_check;
    return found === 'ok' ? undefined : (found ?? 'it gave no answer');
  } finally {
    database.close();
  }
}

/** True for an error by which SQLite says that the file's own structure is damaged, or that it is no database. */
export const isDamage = (error: unknown): boolean => failureOf(error).kind === 'corrupt';
