import { assert } from '#kernel/assert/assert';
import { assertComparable, columnsOf, fieldOf, valueIn } from '#platform/view-store/port/columns';
import type { Column } from '#platform/view-store/port/columns';
import { compareText, compareValues } from '#platform/view-store/port/compare';
import type { FieldValue } from '#platform/view-store/port/compare';
import type { AnyView } from '#platform/view-store/port/view';
import type { Condition, Find, Found, Position, Row } from '#platform/view-store/port/view-store';

/** What the rows themselves can say of an answer; the position in the log is known to whoever read them. */
export type Queried<D> = Omit<Found<D>, 'checkpoint'>;

/**
 * Filters, sums, sorts and cuts rows that the asker may see (the scope is applied before). The one meaning of a `Find`:
 * the memory store answers with it, the SQL of the others is held to it, and views that are computed rather than kept
 * reuse it.
 */
export function queryRows<D extends object>(rows: Iterable<Row<D>>, find: Find, view: AnyView): Queried<D> {
  const matches = matcher(find.where, view);
  const order = orderOf(find, view);
  const totals = new Totals(view);
  const left: Row<D>[] = [];
  for (const row of rows) {
    if (!matches(row.document)) continue;
    totals.add(row.document);
    if (find.after === undefined || order.isAfter(row, find.after)) left.push(row);
  }
  const { limit = left.length } = find;
  return {
    rows: first(left, limit, order.compare),
    hasMore: left.length > limit,
    count: totals.count,
    totals: totals.sums,
  };
}

function matcher(where: readonly Condition[], view: AnyView): (document: object) => boolean {
  const tests = where.map(({ field, is, value }) => {
    const column = fieldOf(view, field);
    assertComparable(value, column);
    return (document: object) => {
      const found = valueIn(document, column);
      return found !== null && holds(compareValues(found, value), is);
    };
  });
  return (document) => tests.every((test) => test(document));
}

function holds(compared: number, is: Condition['is']): boolean {
  switch (is) {
    case '=':
      return compared === 0;
    case '>=':
      return compared >= 0;
    case '<=':
      return compared <= 0;
    case '<':
      return compared < 0;
  }
}

type Compare = (a: Row<object>, b: Row<object>) => number;

interface Order {
  readonly compare: Compare;
  readonly isAfter: (row: Row<object>, position: Position) => boolean;
}

function orderOf({ sort, after }: Find, view: AnyView): Order {
  if (sort === undefined) {
    return { compare: (a, b) => compareText(a.key, b.key), isAfter: (row, { key }) => compareText(row.key, key) > 0 };
  }
  const column = fieldOf(view, sort.field);
  if (after !== undefined) assertComparable(after.value, column);
  const sign = sort.direction === 'asc' ? 1 : -1;
  const by = (value: FieldValue, key: string, other: FieldValue, otherKey: string): number =>
    sign * compareValues(value, other) || compareText(key, otherKey);
  return {
    compare: (a, b) => by(valueIn(a.document, column), a.key, valueIn(b.document, column), b.key),
    isAfter: (row, { value, key }) => by(valueIn(row.document, column), row.key, value, key) > 0,
  };
}

/** The first `limit` rows in order. A page out of 100,000 rows need not sort them all: most lose against its last row. */
function first<D extends object>(rows: Row<D>[], limit: number, compare: Compare): Row<D>[] {
  if (limit * 8 >= rows.length) return rows.sort(compare).slice(0, limit);
  const best: Row<D>[] = [];
  for (const row of rows) {
    const last = best.at(limit - 1);
    if (last !== undefined && compare(row, last) > 0) continue;
    best.splice(placeOf(row, best, compare), 0, row);
    if (best.length > limit) best.pop();
  }
  return best;
}

function placeOf(row: Row<object>, sorted: readonly Row<object>[], compare: Compare): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(sorted[middle] as Row<object>, row) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

class Totals {
  readonly sums: Record<string, number> = {};
  count = 0;
  private readonly columns: readonly Column[];

  constructor(view: AnyView) {
    this.columns = view.totals.map((name) => columnsOf(view).get(name) as Column);
    for (const { name } of this.columns) this.sums[name] = 0;
  }

  add(document: object): void {
    this.count += 1;
    for (const column of this.columns) {
      const sum = (this.sums[column.name] ?? 0) + Number(valueIn(document, column));
      assert(Number.isSafeInteger(sum), 'a total beyond the safe integers', { field: column.name });
      this.sums[column.name] = sum;
    }
  }
}
