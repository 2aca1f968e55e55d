import type { SqliteValue } from '#platform/event-store/sqlite/driver';
import { assertComparable, fieldOf } from '#platform/view-store/port/columns';
import type { FieldValue } from '#platform/view-store/port/compare';
import type { Scope } from '#platform/view-store/port/scope';
import type { AnyView } from '#platform/view-store/port/view';
import type { Condition, Find, Position } from '#platform/view-store/port/view-store';

/** A piece of SQL with the values of its question marks. Texts of people are only ever values. */
export interface Sql {
  readonly text: string;
  readonly values: readonly SqliteValue[];
}

/** The SQL column of a declared member; the prefix keeps a member named `key` or `body` apart from the store's own. */
export const columnName = (member: string): string => `"f_${member.replaceAll('"', '""')}"`;

/** SQLite has no booleans: false is 0 and true is 1, in their order. */
export const bound = (value: FieldValue): SqliteValue => (typeof value === 'boolean' ? Number(value) : value);

/** Whose documents may be seen: the same rule as `sees`. */
export function scopeSql(scope: Scope): Sql {
  return scope.kind === 'all'
    ? { text: '1', values: [] }
    : { text: '(partner_id IS NULL OR partner_id = ?)', values: [scope.partnerId] };
}

/** Everything that an answer's count and totals are about: the scope and all conditions. */
export function filterSql(scope: Scope, where: readonly Condition[], view: AnyView): Sql {
  return all([scopeSql(scope), ...where.map((condition) => conditionSql(condition, view))]);
}

/** The rows after the previous page; everything when there was none. */
export function afterSql({ sort, after }: Find, view: AnyView): Sql {
  if (after === undefined) return { text: '1', values: [] };
  if (sort === undefined) return { text: 'key > ?', values: [after.key] };
  assertComparable(after.value, fieldOf(view, sort.field));
  return sort.direction === 'asc' ? afterAscending(sort.field, after) : afterDescending(sort.field, after);
}

/** SQLite sorts NULL first ascending and last descending, as the port asks. */
export function orderSql({ sort }: Find, view: AnyView): string {
  if (sort === undefined) return 'key';
  return `${columnName(fieldOf(view, sort.field).name)} ${sort.direction === 'asc' ? 'ASC' : 'DESC'}, key`;
}

export function all(pieces: readonly Sql[]): Sql {
  return { text: pieces.map(({ text }) => text).join(' AND '), values: pieces.flatMap(({ values }) => values) };
}

function conditionSql({ field, is, value }: Condition, view: AnyView): Sql {
  const column = fieldOf(view, field);
  assertComparable(value, column);
  return { text: `${columnName(column.name)} ${OPERATORS[is]} ?`, values: [bound(value)] };
}

const OPERATORS: Readonly<Record<Condition['is'], string>> = { '=': '=', '>=': '>=', '<=': '<=', '<': '<' };

function afterAscending(field: string, { value, key }: Position): Sql {
  const column = columnName(field);
  if (value === null) return { text: `(${column} IS NOT NULL OR key > ?)`, values: [key] };
  return { text: `(${column} > ? OR (${column} = ? AND key > ?))`, values: [bound(value), bound(value), key] };
}

function afterDescending(field: string, { value, key }: Position): Sql {
  const column = columnName(field);
  if (value === null) return { text: `(${column} IS NULL AND key > ?)`, values: [key] };
  return {
    text: `(${column} < ? OR ${column} IS NULL OR (${column} = ? AND key > ?))`,
    values: [bound(value), bound(value), key],
  };
}
