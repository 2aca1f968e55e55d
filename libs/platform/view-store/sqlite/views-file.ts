import { makePrivate, openDatabase } from '#platform/event-store/sqlite/driver';
import type { Database, Statement } from '#platform/event-store/sqlite/driver';
import { ViewCheckpoints } from '#platform/view-store/sqlite/view-checkpoints';
import { isRefused, isUseless, UselessFile } from '#platform/view-store/sqlite/useless-file';
import { existsSync, rmSync } from 'node:fs';

/** Raised whenever a table of this file changes its meaning; a file of another number is thrown away. */
const SCHEMA = 1;

/**
 * The write-ahead log is emptied inside the COMMIT that reaches this, and a reply waits for it: 6 ms with 8 MB, 50 with 32.
 * The usual 1,000 pages write each page of the key index more often.
 */
const WAL_PAGES = 2_000;
/** SQLite's name for a database without a file. */
const IN_MEMORY = ':memory:';

const SETUP = `
  CREATE TABLE checkpoint (
    name TEXT PRIMARY KEY NOT NULL, shape TEXT NOT NULL, sequence INTEGER NOT NULL, known_at TEXT, cursor TEXT NOT NULL
  ) WITHOUT ROWID;
  PRAGMA user_version = ${SCHEMA};
`;

/** The open views.db with the few statements that every view shares. */
export class ViewsFile {
  readonly checkpoints: ViewCheckpoints;
  private readonly begin: Statement<unknown>;
  private readonly beginImmediate: Statement<unknown>;
  private readonly commit: Statement<unknown>;

  private constructor(readonly database: Database) {
    this.checkpoints = new ViewCheckpoints(database);
    this.begin = database.prepare('BEGIN');
    this.beginImmediate = database.prepare('BEGIN IMMEDIATE');
    this.commit = database.prepare('COMMIT');
  }

  /**
   * Opens the file, making it when there is none. Everything in it can be folded from the log again, so a file that is
   * damaged, of another schema or no database at all is deleted rather than complained about.
   */
  static open(path: string): ViewsFile {
    try {
      return ViewsFile.openAsItIs(path);
    } catch (error) {
      if (!isUseless(error) && !isRefused(error)) throw error;
      ViewsFile.delete(path);
      return ViewsFile.openAsItIs(path);
    }
  }

  static delete(path: string): void {
    for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true, recursive: true });
  }

  /** Several reads of one moment, whatever another process writes between them. */
  reading<T>(work: () => T): T {
    return this.transaction(this.begin, work);
  }

  /** All of `work` or none of it, seen by other connections at once. */
  writing<T>(work: () => T): T {
    return this.transaction(this.beginImmediate, work);
  }

  private transaction<T>(begin: Statement<unknown>, work: () => T): T {
    begin.run();
    try {
      const result = work();
      this.commit.run();
      return result;
    } catch (error) {
      // A failed COMMIT may have rolled back already; the first error is the one to tell.
      try {
        this.database.exec('ROLLBACK');
      } catch {}
      throw error;
    }
  }

  close(): void {
    try {
      if (this.checkpoints.isAhead) this.writing(() => this.checkpoints.settle());
    } catch {
      // What is not written is read again.
    } finally {
      this.database.close();
    }
  }

  private static openAsItIs(path: string): ViewsFile {
    if (path !== IN_MEMORY) makePrivate(path);
    // SQLite takes its write-ahead log away when the file is closed: one that is there was left by a process that died.
    const wasLeftOpen = existsSync(`${path}-wal`);
    const database = openDatabase(path);
    try {
      database.exec('PRAGMA journal_mode = WAL');
      prepareSchema(database);
      if (wasLeftOpen) checkPages(database);
      // NORMAL: a power cut may lose the last batches, which the checkpoint in the same transaction makes harmless.
      database.exec(`PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = ${WAL_PAGES}`);
      return new ViewsFile(database);
    } catch (error) {
      database.close();
      throw error;
    }
  }
}

function prepareSchema(database: Database): void {
  const version = database.prepare<{ user_version: number }>('PRAGMA user_version').get()?.user_version;
  const tables = database.prepare<{ tables: number }>('SELECT COUNT(*) AS tables FROM sqlite_schema').get()?.tables;
  if (version === 0 && tables === 0) {
    database.exec(`BEGIN IMMEDIATE; ${SETUP} COMMIT`);
    return;
  }
  if (version !== SCHEMA) throw new UselessFile(`the file has schema ${version}, this release has ${SCHEMA}`);
}

/**
 * Reads every page, some 0.2 s for 200,000 events, which each start would wait for; so only a file that a dead process
 * left is read whole. What a damaged disk does to a closed one shows where its pages are used (`isUseless`).
 */
function checkPages(database: Database): void {
  const verdict = database.prepare<{ quick_check: string }>('PRAGMA quick_check(1)').get()?.quick_check;
  if (verdict !== 'ok') throw new UselessFile(`the file is damaged: ${verdict}`);
}
