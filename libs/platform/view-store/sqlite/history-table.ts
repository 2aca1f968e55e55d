import { assert, present } from '#kernel/assert/assert';
import type { Database, Statement } from '#platform/event-store/sqlite/driver';
import { columnsOf } from '#platform/view-store/port/columns';
import type { Scope } from '#platform/view-store/port/scope';
import type { AnyView } from '#platform/view-store/port/view';
import { tableOf } from '#platform/view-store/port/view';
import type { Chosen, Touch, Trail } from '#platform/view-store/port/view-history';
import type { Find } from '#platform/view-store/port/view-store';
import { chooseRows } from '#platform/view-store/sqlite/choose-rows';
import { all, bound, filterSql, scopeSql } from '#platform/view-store/sqlite/find-sql';
import type { Sql } from '#platform/view-store/sqlite/find-sql';
import type { TableKind } from '#platform/view-store/sqlite/open-tables';
import { parseBody } from '#platform/view-store/sqlite/useless-file';
import { declaredSql } from '#platform/view-store/sqlite/view-table';

/**
 * A view's history is three tables: each key once, its rows with the sequences between which they were true, and the
 * waypoints. Rows lie by key in the order in which keys first appeared, so those of one key are neighbours and a busy
 * week writes to a few pages.
 */
export const historyTables: TableKind<HistoryTable> = {
  sql: (view) => {
    const { keys, rows, waypoints } = namesOf(tableOf(view));
    return [
      `CREATE TABLE ${keys} (id INTEGER PRIMARY KEY, key TEXT UNIQUE NOT NULL)`,
      `CREATE TABLE ${rows} (key_id INTEGER NOT NULL, from_sequence INTEGER NOT NULL, to_sequence INTEGER, ` +
        `is_gone INTEGER NOT NULL, partner_id TEXT${declaredSql(view)}, PRIMARY KEY (key_id, from_sequence)) WITHOUT ROWID`,
      `CREATE TABLE ${waypoints} (key_id INTEGER NOT NULL, sequence INTEGER NOT NULL, body TEXT NOT NULL, ` +
        `PRIMARY KEY (key_id, sequence)) WITHOUT ROWID`,
    ].join(';\n');
  },
  dropSql: (name) =>
    Object.values(namesOf(name))
      .map((table) => `DROP TABLE IF EXISTS "${table}"`)
      .join('; '),
  open: (database, view) => new HistoryTable(database, view),
};

const namesOf = (table: string) => ({ keys: `${table}_keys`, rows: `${table}_rows`, waypoints: `${table}_waypoints` });

/** Reads and writes of one view's history; the caller holds the transaction. */
export class HistoryTable {
  private readonly joined: string;
  private readonly idOf: Statement<{ readonly id: number }>;
  private readonly addKey: Statement<{ readonly id: number }>;
  private readonly endRow: Statement<unknown>;
  private readonly addRow: Statement<unknown>;
  private readonly addWaypoint: Statement<unknown>;
  private readonly waypoint: Statement<{ readonly sequence: number; readonly body: string }>;
  private readonly sequences: Statement<{ readonly sequence: number }>;
  /** One for each kind of scope; preparing it takes longer than asking it. */
  private readonly seen = new Map<string, Statement<unknown>>();

  constructor(
    private readonly database: Database,
    private readonly view: AnyView,
  ) {
    const { keys, rows, waypoints } = namesOf(tableOf(view));
    this.joined = `${rows} JOIN ${keys} ON id = key_id`;
    this.idOf = database.prepare(`SELECT id FROM ${keys} WHERE key = ?`);
    this.addKey = database.prepare(`INSERT INTO ${keys} (key) VALUES (?) RETURNING id`);
    this.endRow = database.prepare(
      `UPDATE ${rows} SET to_sequence = ? ` +
        `WHERE key_id = ? AND from_sequence = (SELECT MAX(from_sequence) FROM ${rows} WHERE key_id = ?)`,
    );
    const marks = [...columnsOf(view).keys()].map(() => ', ?').join('');
    this.addRow = database.prepare(`INSERT INTO ${rows} VALUES (?, ?, NULL, ?, ?${marks})`);
    this.addWaypoint = database.prepare(`INSERT INTO ${waypoints} VALUES (?, ?, ?)`);
    this.waypoint = database.prepare(
      `SELECT sequence, body FROM ${waypoints} WHERE key_id = ? AND sequence <= ? ORDER BY sequence DESC LIMIT 1`,
    );
    this.sequences = database.prepare(
      `SELECT from_sequence AS sequence FROM ${rows} ` +
        `WHERE key_id = ? AND from_sequence > ? AND from_sequence <= ? ORDER BY from_sequence`,
    );
  }

  /** What the key's document was before is true up to this event. */
  add({ key, sequence, row, waypoint }: Touch): void {
    assert(key.isWellFormed(), 'a key with a lone surrogate', { view: this.view.name });
    const known = this.idOf.get(key);
    const { id } = known ?? present(this.addKey.get(key), 'the key just written');
    if (known !== undefined) this.endRow.run(sequence, id, id);
    const values = row?.values.map(bound) ?? Array<null>(columnsOf(this.view).size).fill(null);
    this.addRow.run(id, sequence, Number(row === null), row?.partnerId ?? null, ...values);
    if (waypoint !== undefined) this.addWaypoint.run(id, sequence, waypoint);
  }

  find(scope: Scope, find: Find, until: number): Chosen {
    const filter = all([trueAt(until), filterSql(scope, find.where, this.view)]);
    const from = { database: this.database, from: this.joined, view: this.view };
    const { rows, ...rest } = chooseRows(from, filter, find);
    return { keys: rows.map(({ key }) => key), ...rest };
  }

  sees(scope: Scope, key: string, until: number): boolean {
    const { text, values } = all([{ text: 'key = ?', values: [key] }, trueAt(until), scopeSql(scope)]);
    let seen = this.seen.get(text);
    if (seen === undefined) {
      seen = this.database.prepare(`SELECT 1 FROM ${this.joined} WHERE ${text}`);
      this.seen.set(text, seen);
    }
    return seen.get(...values) !== undefined;
  }

  trail(key: string, until: number): Trail {
    const id = this.idOf.get(key)?.id;
    if (id === undefined) return { base: undefined, sequences: [] };
    const from = this.waypoint.get(id, until);
    const base = from && parseBody({ key, body: from.body });
    const sequences = this.sequences.all(id, from?.sequence ?? -1, until).map(({ sequence }) => sequence);
    return { base, sequences };
  }
}

/** The rows of documents that there were after the event `until`. */
const trueAt = (until: number): Sql => ({
  text: 'from_sequence <= ? AND (to_sequence IS NULL OR to_sequence > ?) AND NOT is_gone',
  values: [until, until],
});
