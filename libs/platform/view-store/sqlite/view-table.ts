import { assert, present } from '#kernel/assert/assert';
import { canonical } from '#kernel/codec/canonical';
import type { Database, SqliteValue, Statement } from '#platform/event-store/sqlite/driver';
import { columnsOf, valueIn } from '#platform/view-store/port/columns';
import type { Column } from '#platform/view-store/port/columns';
import type { Queried } from '#platform/view-store/port/query-rows';
import type { Scope } from '#platform/view-store/port/scope';
import type { AnyView } from '#platform/view-store/port/view';
import { tableOf } from '#platform/view-store/port/view';
import type { Find, Row } from '#platform/view-store/port/view-store';
import { afterSql, all, bound, columnName, filterSql, orderSql, scopeSql } from '#platform/view-store/sqlite/find-sql';
import type { Sql } from '#platform/view-store/sqlite/find-sql';
import { parseBody } from '#platform/view-store/sqlite/useless-file';

interface BodyRow {
  readonly key: string;
  readonly body: string;
}

// Bodies are read in slices, so that a digest of any size holds few of them at a time.
const ROWS_AT_ONCE = 2_000;
const SQL_TYPES = { text: 'TEXT', integer: 'INTEGER', boolean: 'INTEGER' } as const;

/**
 * The SQL that makes a view's two tables: what rows are filtered, sorted and summed by, and beside it their bodies, which
 * are ten times as large and wanted only for the rows that are shown. A list's count and totals then read every narrow row
 * in milliseconds, so no field needs an index of its own; with one for each text, a claim touched twelve pages more.
 * The text is also the tables' shape: another shape is rebuilt, not migrated.
 */
export function tableSql(view: AnyView): string {
  const table = tableOf(view);
  const columns = [...columnsOf(view).values()];
  const declared = columns.map(({ name, kind }) => `, ${columnName(name)} ${SQL_TYPES[kind]}`).join('');
  return [
    `CREATE TABLE ${table} (id INTEGER PRIMARY KEY, key TEXT UNIQUE NOT NULL, partner_id TEXT${declared})`,
    `CREATE TABLE ${bodiesOf(table)} (id INTEGER PRIMARY KEY, body TEXT NOT NULL)`,
  ].join(';\n');
}

/** The SQL that forgets a view's tables, whether or not they are there. */
export const dropSql = (table: string): string =>
  `DROP TABLE IF EXISTS "${table}"; DROP TABLE IF EXISTS "${bodiesOf(table)}"`;

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
    const filter = filterSql(scope, find.where, this.view);
    const rows = this.page<D>(filter, find);
    const hasMore = find.limit !== undefined && rows.length > find.limit;
    return { rows: hasMore ? rows.slice(0, find.limit) : rows, hasMore, ...this.totals(filter) };
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

  /**
   * One row more than asked for, which tells whether there is more. Bodies are fetched when the rows are chosen: SQLite's
   * sort would otherwise carry every body along.
   */
  private page<D extends object>(filter: Sql, find: Find): Row<D>[] {
    const { text, values } = all([filter, afterSql(find, this.view)]);
    const sql = `SELECT id, key FROM ${this.table} WHERE ${text} ORDER BY ${orderSql(find, this.view)} LIMIT ?`;
    const rows = this.database
      .prepare<{ readonly id: number; readonly key: string }>(sql)
      .all(...values, find.limit === undefined ? -1 : find.limit + 1);
    return rows.map(({ id, key }) => {
      const { body } = present(this.bodyOf.get(id), 'the body of a row');
      return { key, document: parseBody<D>({ key, body }) };
    });
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

  private totals({ text, values }: Sql): Pick<Queried<object>, 'count' | 'totals'> {
    const sums = this.view.totals.map((name, i) => `, COALESCE(SUM(${columnName(name)}), 0) AS t${i}`).join('');
    const sql = `SELECT COUNT(*) AS count${sums} FROM ${this.table} WHERE ${text}`;
    const row = present(this.database.prepare<Record<string, number>>(sql).get(...values), 'the row of totals');
    const totals: Record<string, number> = {};
    this.view.totals.forEach((name, i) => {
      const sum = Number(row[`t${i}`]);
      assert(Number.isSafeInteger(sum), 'a total beyond the safe integers', { field: name });
      totals[name] = sum;
    });
    return { count: Number(row['count']), totals };
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
