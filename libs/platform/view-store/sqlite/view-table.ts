import { assert, present } from '#kernel/assert/assert';
import { canonical } from '#kernel/codec/canonical';
import type { Database, SqliteValue, Statement } from '#platform/event-store/sqlite/driver';
import { columnsOf, valueIn } from '#platform/view-store/port/columns';
import type { Column } from '#platform/view-store/port/columns';
import type { Queried } from '#platform/view-store/port/query-rows';
import type { Scope } from '#platform/view-store/port/scope';
import type { AnyView } from '#platform/view-store/port/view';
import { tableOf } from '#platform/view-store/port/view';
import type { Find } from '#platform/view-store/port/view-store';
import { chooseRows } from '#platform/view-store/sqlite/choose-rows';
import { bound, columnName, filterSql, scopeSql } from '#platform/view-store/sqlite/find-sql';
import type { TableKind } from '#platform/view-store/sqlite/open-tables';
import { parseBody } from '#platform/view-store/sqlite/useless-file';

interface BodyRow {
  readonly key: string;
  readonly body: string;
}

// Bodies are read in slices, so that a digest of any size holds few of them at a time.
const ROWS_AT_ONCE = 2_000;
const SQL_TYPES = { text: 'TEXT', integer: 'INTEGER', boolean: 'INTEGER' } as const;

/**
 * A view is two tables: what rows are filtered, sorted and summed by, and beside it their bodies, which
 * are ten times as large and wanted only for the rows that are shown. A list's count and totals then read every narrow row
 * in milliseconds, so no field needs an index of its own; with one for each text, a claim touched twelve pages more.
 */
export const viewTables: TableKind<ViewTable> = {
  sql: (view) => {
    const table = tableOf(view);
    return [
      `CREATE TABLE ${table} (id INTEGER PRIMARY KEY, key TEXT UNIQUE NOT NULL, partner_id TEXT${declaredSql(view)})`,
      `CREATE TABLE ${bodiesOf(table)} (id INTEGER PRIMARY KEY, body TEXT NOT NULL)`,
    ].join(';\n');
  },
  dropSql: (table) => `DROP TABLE IF EXISTS "${table}"; DROP TABLE IF EXISTS "${bodiesOf(table)}"`,
  open: (database, view) => new ViewTable(database, view),
};

/** The columns of a view's declared members, as the end of a table's list of columns. */
export function declaredSql(view: AnyView): string {
  const columns = [...columnsOf(view).values()];
  return columns.map(({ name, kind }) => `, ${columnName(name)} ${SQL_TYPES[kind]}`).join('');
}

const bodiesOf = (table: string): string => `${table}_bodies`;

/** Reads and writes of one view's table; the caller holds the transaction. */
export class ViewTable {
  private readonly table: string;
  private readonly columns: readonly Column[];
  private readonly bodies: string;
  private readonly upsert: Statement<{ readonly id: number }>;
  private readonly upsertBody: Statement<unknown>;
  private readonly remove: Statement<unknown>;
  private readonly removeBody: Statement<unknown>;
  private readonly one: Statement<BodyRow>;
  private readonly bodyOf: Statement<{ readonly body: string }>;

  constructor(
    private readonly database: Database,
    private readonly view: AnyView,
  ) {
    this.table = tableOf(view);
    this.columns = [...columnsOf(view).values()];
    this.bodies = bodiesOf(this.table);
    this.upsert = database.prepare(upsertSql(this.table, this.columns));
    this.upsertBody = database.prepare(
      `INSERT INTO ${this.bodies} (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body`,
    );
    this.remove = database.prepare(`DELETE FROM ${this.table} WHERE key = ?`);
    this.removeBody = database.prepare(
      `DELETE FROM ${this.bodies} WHERE id = (SELECT id FROM ${this.table} WHERE key = ?)`,
    );
    this.one = database.prepare(`SELECT key, body FROM ${this.both()} WHERE key = ?`);
    this.bodyOf = database.prepare(`SELECT body FROM ${this.bodies} WHERE id = ?`);
  }

  load<D extends object>(keys: readonly string[]): Map<string, D> {
    const loaded = new Map<string, D>();
    for (const key of keys) {
      const row = this.one.get(key);
      if (row !== undefined) loaded.set(key, parseBody<D>(row));
    }
    return loaded;
  }

  write(changes: ReadonlyMap<string, object | null>): void {
    for (const [key, document] of changes) {
      assert(key.isWellFormed(), 'a key with a lone surrogate', { view: this.view.name });
      if (document === null) this.delete(key);
      else this.put(key, document);
    }
  }

  get<D extends object>(scope: Scope, key: string): D | undefined {
    const { text, values } = scopeSql(scope);
    const statement = this.database.prepare<BodyRow>(`SELECT key, body FROM ${this.both()} WHERE key = ? AND ${text}`);
    const row = statement.get(key, ...values);
    return row === undefined ? undefined : parseBody<D>(row);
  }

  find<D extends object>(scope: Scope, find: Find): Queried<D> {
    const narrow = { database: this.database, from: this.table, view: this.view };
    const { rows, ...rest } = chooseRows(narrow, filterSql(scope, find.where, this.view), find);
    return { rows: rows.map(({ id, key }) => ({ key, document: this.documentOf<D>(id, key) })), ...rest };
  }

  *bodiesInOrder(): Generator<readonly [string, string]> {
    const next = this.database.prepare<BodyRow>(
      `SELECT key, body FROM ${this.both()} WHERE key > ? ORDER BY key LIMIT ${ROWS_AT_ONCE}`,
    );
    const first = this.database.prepare<BodyRow>(
      `SELECT key, body FROM ${this.both()} ORDER BY key LIMIT ${ROWS_AT_ONCE}`,
    );
    let rows = first.all();
    for (let last = rows.at(-1); last !== undefined; last = rows.at(-1)) {
      for (const { key, body } of rows) yield [key, body];
      rows = next.all(last.key);
    }
  }

  private documentOf<D extends object>(id: number, key: string): D {
    const { body } = present(this.bodyOf.get(id), 'the body of a row');
    return parseBody<D>({ key, body });
  }

  private put(key: string, document: object): void {
    const row = this.upsert.get(key, this.view.partnerOf(document), ...this.fields(document));
    this.upsertBody.run(present(row, 'the row just written').id, canonical(document));
  }

  private delete(key: string): void {
    this.removeBody.run(key);
    this.remove.run(key);
  }

  private both(): string {
    return `${this.table} JOIN ${this.bodies} USING (id)`;
  }

  private fields(document: object): SqliteValue[] {
    return this.columns.map((column) => bound(valueIn(document, column)));
  }
}

function upsertSql(table: string, columns: readonly Column[]): string {
  const names = ['partner_id', ...columns.map(({ name }) => columnName(name))];
  const marks = names.map(() => ', ?').join('');
  const updates = names.map((name) => `${name} = excluded.${name}`).join(', ');
  return (
    `INSERT INTO ${table} (key, ${names.join(', ')}) VALUES (?${marks}) ` +
    `ON CONFLICT (key) DO UPDATE SET ${updates} RETURNING id`
  );
}
