import { canonical } from '#kernel/codec/canonical';
import type { Database, Statement } from '#platform/event-store/sqlite/driver';
import { closeSync, existsSync, openSync } from 'node:fs';
import { openDatabase } from '#platform/event-store/sqlite/driver';
import type { SecurityEntry, SecurityFind, SecurityNote } from '#platform/security-log/port/security-log';
import { SecurityLog } from '#platform/security-log/port/security-log';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS security_log (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    person TEXT,
    note TEXT NOT NULL
  ) STRICT`;
const FIND = `
  SELECT number, note FROM security_log
  WHERE number > ? AND (? IS NULL OR kind = ?) AND (? IS NULL OR person = ?) ORDER BY number LIMIT ?`;
/** Notes of a moment share a transaction: a denial must cost a stranger more than it costs the disk. */
const GATHER_MS = 100;

interface Row {
  readonly number: number;
  readonly note: string;
}

/** A file of its own beside the log. A kill costs a moment's denials and no export; a power failure may cost more. */
export class SqliteSecurityLog extends SecurityLog {
  private readonly insert: Statement<never>;
  private readonly page: Statement<Row>;
  private waiting: SecurityNote[] = [];
  private timer: NodeJS.Timeout | undefined;
  private next: number;

  private constructor(private readonly database: Database) {
    super();
    this.insert = database.prepare('INSERT INTO security_log (number, kind, person, note) VALUES (?, ?, ?, ?)');
    this.page = database.prepare(FIND);
    const last = database.prepare<{ last: number | null }>('SELECT max(number) AS last FROM security_log').get();
    this.next = (last?.last ?? -1) + 1;
  }

  static open(path: string): SqliteSecurityLog {
    // Before SQLite opens it, which takes the mode from the umask: who was refused is not for everybody on this machine.
    if (!existsSync(path)) closeSync(openSync(path, 'wx', 0o600));
    const database = openDatabase(path);
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
    database.exec(SCHEMA);
    return new SqliteSecurityLog(database);
  }

  note(note: SecurityNote): void {
    this.waiting.push(note);
    this.timer ??= setTimeout(() => {
      // What cannot be written now stays, and is written with the next notes; whoever needs to know calls `flush`.
      this.flush().catch(() => undefined);
    }, GATHER_MS).unref();
  }

  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const notes = this.waiting;
    if (notes.length === 0) return;
    this.waiting = [];
    try {
      this.write(notes);
    } catch (error) {
      this.waiting = [...notes, ...this.waiting];
      throw error;
    }
  }

  async find({ after, limit, kind = null, person = null }: UndefinedAsNull<SecurityFind>): Promise<SecurityEntry[]> {
    await this.flush();
    const rows = this.page.all(after, kind, kind, person, person, limit);
    return rows.map(({ number, note }) => ({ ...(JSON.parse(note) as SecurityNote), number }));
  }

  async close(): Promise<void> {
    try {
      await this.flush();
    } finally {
      this.database.close();
    }
  }

  private write(notes: readonly SecurityNote[]): void {
    this.database.exec('BEGIN IMMEDIATE');
    try {
      for (const [index, note] of notes.entries()) {
        this.insert.run(this.next + index, note.kind, note.person, canonical(note));
      }
      this.database.exec('COMMIT');
    } catch (error) {
      this.database.exec('ROLLBACK');
      throw error;
    }
    this.next += notes.length;
  }
}

type UndefinedAsNull<T> = { readonly [K in keyof T]: T[K] | null };
