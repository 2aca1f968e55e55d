import { assert, present } from '#kernel/assert/assert';
import type { Database } from '#platform/event-store/sqlite/driver';
import type { Queried } from '#platform/view-store/port/query-rows';
import type { AnyView } from '#platform/view-store/port/view';
import type { Find } from '#platform/view-store/port/view-store';
import { afterSql, all, columnName, orderSql } from '#platform/view-store/sqlite/find-sql';
import type { Sql } from '#platform/view-store/sqlite/find-sql';

/** Narrow rows: `from` (a table or a join) has the columns `id`, `key` and those of the view. */
export interface Rows {
  readonly database: Database;
  readonly from: string;
  readonly view: AnyView;
}

interface RowName {
  readonly id: number;
  readonly key: string;
}

/** The rows of a page by their names, and what is true of the whole filter. */
export interface ChosenRows extends Omit<Queried<object>, 'rows'> {
  readonly rows: readonly RowName[];
}

/** The answer of a find but for the documents, which are fetched when the rows are chosen: a sort should not carry them. */
export function chooseRows(rows: Rows, filter: Sql, find: Find): ChosenRows {
  const page = pageOf(rows, filter, find);
  const hasMore = find.limit !== undefined && page.length > find.limit;
  return { rows: hasMore ? page.slice(0, find.limit) : page, hasMore, ...totalsOf(rows, filter) };
}

/** One row more than asked for, which tells whether there is more. */
function pageOf({ database, from, view }: Rows, filter: Sql, find: Find): RowName[] {
  const { text, values } = all([filter, afterSql(find, view)]);
  const sql = `SELECT id, key FROM ${from} WHERE ${text} ORDER BY ${orderSql(find, view)} LIMIT ?`;
  return database.prepare<RowName>(sql).all(...values, find.limit === undefined ? -1 : find.limit + 1);
}

function totalsOf({ database, from, view }: Rows, { text, values }: Sql): Pick<ChosenRows, 'count' | 'totals'> {
  const sums = view.totals.map((name, i) => `, COALESCE(SUM(${columnName(name)}), 0) AS t${i}`).join('');
  const sql = `SELECT COUNT(*) AS count${sums} FROM ${from} WHERE ${text}`;
  const row = present(database.prepare<Record<string, number>>(sql).get(...values), 'the row of totals');
  const totals: Record<string, number> = {};
  view.totals.forEach((name, i) => {
    const sum = Number(row[`t${i}`]);
    assert(Number.isSafeInteger(sum), 'a total beyond the safe integers', { field: name });
    totals[name] = sum;
  });
  return { count: Number(row['count']), totals };
}
