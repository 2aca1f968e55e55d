/** What a column may be handed. Integers stay numbers: every integer kept here is a safe one. */
export type SqliteValue = string | number | null | Uint8Array;

/** A prepared statement. `all` reads everything at once: no statement stays open while somebody awaits. */
export interface Statement<Row> {
  run(...values: SqliteValue[]): { readonly changes: number };
  get(...values: SqliteValue[]): Row | undefined;
  all(...values: SqliteValue[]): Row[];
}

/** A connection. Synchronous, as both drivers are: a transaction is a run of calls without an await between them. */
export interface Database {
  exec(sql: string): void;
  prepare<Row = unknown>(sql: string): Statement<Row>;
  /** Rows come as arrays in column order: half again as fast where they come by the hundred thousand. */
  prepareArrays<Row extends readonly unknown[]>(sql: string): Statement<Row>;
  close(): void;
}

export interface OpenOptions {
  readonly readOnly?: boolean;
  /** How long a statement waits for another process's lock before it fails as busy. It blocks the thread meanwhile. */
  readonly busyTimeoutMs?: number;
  /** Absent: the first that this machine has, better-sqlite3 before node:sqlite. */
  readonly driver?: DriverName;
}

/** One way to reach SQLite. `load` gives undefined where this machine does not have it. */
export interface Driver {
  readonly name: DriverName;
  load(): ((path: string, options: OpenOptions) => Database) | undefined;
}

export type DriverName = 'better-sqlite3' | 'node:sqlite';
export type OpenDatabase = (path: string, options?: OpenOptions) => Database;
