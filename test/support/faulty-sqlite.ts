import type { Database, OpenDatabase, Statement } from '#platform/event-store/sqlite/database';
import { openDatabase } from '#platform/event-store/sqlite/driver';

/** Asked before every statement that runs; throwing makes SQLite fail there, `skip` makes it do nothing in silence. */
export type Interfere = (sql: string) => 'skip' | undefined;

/** What SQLite throws, as better-sqlite3 words it. */
export function sqliteError(code: string): Error {
  return Object.assign(new Error(`planted: ${code}`), { code });
}

/** Opens real databases whose statements can be made to fail, and keeps the connections for a spec to look into. */
export class FaultySqlite {
  readonly connections: Database[] = [];
  interfere: Interfere = () => undefined;

  readonly open: OpenDatabase = (path, options) => {
    const real = openDatabase(path, options);
    this.connections.push(real);
    return {
      ...real,
      exec: (sql) => {
        if (this.interfere(sql) !== 'skip') real.exec(sql);
      },
      prepare: <Row>(sql: string): Statement<Row> => this.watched(sql, real.prepare<Row>(sql)),
    };
  };

  private watched<Row>(sql: string, statement: Statement<Row>): Statement<Row> {
    return {
      run: (...values) => (this.interfere(sql) === 'skip' ? { changes: 0 } : statement.run(...values)),
      get: (...values) => (this.interfere(sql) === 'skip' ? undefined : statement.get(...values)),
      all: (...values) => (this.interfere(sql) === 'skip' ? [] : statement.all(...values)),
    };
  }
}
