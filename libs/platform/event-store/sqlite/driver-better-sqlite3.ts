import type { Database, Driver, OpenOptions, Statement } from '#platform/event-store/sqlite/database';
import type BetterSqlite3 from 'better-sqlite3';
import { createRequire } from 'node:module';

type Constructor = typeof BetterSqlite3;

/** The optional dependency: fastest, on every supported Node, but its binary has to be downloaded or compiled. */
export const betterSqlite3: Driver = {
  name: 'better-sqlite3',
  load: () => {
    const Sqlite = require3();
    return Sqlite && ((path, options) => open(Sqlite, path, options));
  },
};

/** Required only when asked for: a machine without it must still start. */
function require3(): Constructor | undefined {
  try {
    const Sqlite = createRequire(__filename)('better-sqlite3') as Constructor;
    // The package may be there without its binary, which shows only when a database is opened.
    new Sqlite(':memory:').close();
    return Sqlite;
  } catch {
    return undefined;
  }
}

function open(Sqlite: Constructor, path: string, { readOnly = false, busyTimeoutMs = 0 }: OpenOptions): Database {
  const database = new Sqlite(path, { readonly: readOnly, fileMustExist: readOnly, timeout: busyTimeoutMs });
  return {
    exec: (sql) => {
      database.exec(sql);
    },
    prepare: <Row>(sql: string): Statement<Row> => database.prepare<unknown[], Row>(sql),
    prepareArrays: <Row extends readonly unknown[]>(sql: string): Statement<Row> =>
      database.prepare<unknown[], Row>(sql).raw(),
    close: () => {
      database.close();
    },
  };
}
