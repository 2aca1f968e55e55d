import type { Database, Driver, OpenOptions, SqliteValue, Statement } from '#platform/event-store/sqlite/database';
import { createRequire } from 'node:module';

/** The part of node:sqlite that is used here; the types of the oldest supported Node do not know the module. */
interface NodeSqlite {
  readonly DatabaseSync: new (path: string, options: { readOnly: boolean; timeout: number }) => NodeDatabase;
}
interface NodeDatabase {
  exec(sql: string): void;
  prepare(sql: string): NodeStatement;
  close(): void;
}
interface NodeStatement {
  run(...values: SqliteValue[]): { changes: number | bigint };
  get(...values: SqliteValue[]): unknown;
  all(...values: SqliteValue[]): unknown[];
  /** Since Node 22.16. */
  setReturnArrays?(enabled: boolean): void;
}

/** Built into Node since 22.13: nothing to install, where better-sqlite3 cannot be had. */
export const nodeSqlite: Driver = {
  name: 'node:sqlite',
  load: () => {
    const sqlite = requireNodeSqlite();
    return sqlite && ((path, options) => open(sqlite, path, options));
  },
};

/** Older Nodes have no such module, or only behind a flag; both end up in the catch. */
function requireNodeSqlite(): NodeSqlite | undefined {
  try {
    return createRequire(__filename)('node:sqlite') as NodeSqlite;
  } catch {
    return undefined;
  }
}

function open(sqlite: NodeSqlite, path: string, { readOnly = false, busyTimeoutMs = 0 }: OpenOptions): Database {
  const database = new sqlite.DatabaseSync(path, { readOnly, timeout: busyTimeoutMs });
  // Node before 22.16 knows no `timeout` option and ignores it.
  database.exec(`PRAGMA busy_timeout = ${busyTimeoutMs}`);
  return {
    exec: (sql) => {
      database.exec(sql);
    },
    prepare: <Row>(sql: string): Statement<Row> => typed<Row>(database.prepare(sql)),
    prepareArrays: <Row extends readonly unknown[]>(sql: string): Statement<Row> => arrays<Row>(database.prepare(sql)),
    close: () => {
      database.close();
    },
  };
}

function typed<Row>(statement: NodeStatement): Statement<Row> {
  return {
    run: (...values) => ({ changes: Number(statement.run(...values).changes) }),
    get: (...values) => statement.get(...values) as Row | undefined,
    all: (...values) => statement.all(...values) as Row[],
  };
}

function arrays<Row extends readonly unknown[]>(statement: NodeStatement): Statement<Row> {
  statement.setReturnArrays?.(true);
  // Where Node cannot do it, an object's members stand in column order.
  const row = (value: unknown): Row =>
    (Array.isArray(value) ? value : Object.values(value as object)) as unknown as Row;
  const plain = typed<unknown>(statement);
  return {
    run: (...values) => plain.run(...values),
    get: (...values) => {
      const found = plain.get(...values);
      return found === undefined ? undefined : row(found);
    },
    all: (...values) => plain.all(...values).map(row),
  };
}
