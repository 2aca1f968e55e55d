import { canonical } from '#kernel/codec/canonical';
import type { LogIndexEntry } from '#platform/event-store/log-index/log-index';
import { LogIndex, LogIndexContradiction } from '#platform/event-store/log-index/log-index';
import type { Database, Statement } from '#platform/event-store/sqlite/driver';
import { openDatabase } from '#platform/event-store/sqlite/driver';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS log_index (
    sequence INTEGER PRIMARY KEY,
    border INTEGER NOT NULL,
    entry TEXT NOT NULL
  ) STRICT`;

/** One file of this process. It can be made again from the log, so nothing waits for the disk. */
export class SqliteLogIndex extends LogIndex {
  private readonly insert: Statement<never>;
  private readonly find: Statement<{ entry: string }>;
  private readonly furthest: Statement<{ entry: string }>;
  private readonly allBorders: Statement<{ border: number }>;

  private constructor(private readonly database: Database) {
    super();
    this.insert = database.prepare('INSERT OR IGNORE INTO log_index (sequence, border, entry) VALUES (?, ?, ?)');
    this.find = database.prepare('SELECT entry FROM log_index WHERE sequence = ?');
    this.furthest = database.prepare('SELECT entry FROM log_index ORDER BY sequence DESC LIMIT 1');
    this.allBorders = database.prepare('SELECT border FROM log_index ORDER BY sequence');
  }

  static open(path: string): SqliteLogIndex {
    const database = openDatabase(path);
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
    database.exec(SCHEMA);
    return new SqliteLogIndex(database);
  }

  async put(entry: LogIndexEntry): Promise<void> {
    const text = canonical(entry);
    this.insert.run(entry.sequence, entry.positions.at(-1) ?? 0, text);
    if (this.find.get(entry.sequence)?.entry !== text) throw new LogIndexContradiction(entry.sequence);
  }

  async at(sequence: number): Promise<LogIndexEntry | undefined> {
    return parsed(this.find.get(sequence));
  }

  async last(): Promise<LogIndexEntry | undefined> {
    return parsed(this.furthest.get());
  }

  async borders(): Promise<readonly number[]> {
    return this.allBorders.all().map(({ border }) => border);
  }

  async close(): Promise<void> {
    this.database.close();
  }
}

function parsed(row: { entry: string } | undefined): LogIndexEntry | undefined {
  return row === undefined ? undefined : (JSON.parse(row.entry) as LogIndexEntry);
}
