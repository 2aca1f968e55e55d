import { assert } from '#kernel/assert/assert';
import type { FieldValue } from '#platform/view-store/port/compare';
import type { AnyView, FieldKind } from '#platform/view-store/port/view';

/** A member of a view's documents that the store keeps beside the body, to filter, sort or sum by. */
export interface Column {
  readonly name: string;
  readonly kind: FieldKind;
}

// Asked for on every query and write; a view is declared once and never changes.
const known = new WeakMap<AnyView, ReadonlyMap<string, Column>>();

/** The declared fields, and the totals (integers) that are not among them. */
export function columnsOf(view: AnyView): ReadonlyMap<string, Column> {
  let columns = known.get(view);
  if (columns === undefined) {
    const totals = view.totals.map((name): [string, FieldKind] => [name, 'integer']);
    const kinds = new Map<string, FieldKind>([...totals, ...(Object.entries(view.fields) as [string, FieldKind][])]);
    columns = new Map([...kinds].map(([name, kind]) => [name, { name, kind }]));
    known.set(view, columns);
  }
  return columns;
}

/** The column of a field that a find may name; stops on one that the view does not declare. */
export function fieldOf(view: AnyView, name: string): Column {
  const column = Object.hasOwn(view.fields, name) ? columnsOf(view).get(name) : undefined;
  assert(column !== undefined, 'a field by which this view cannot be asked', { view: view.name, field: name });
  return column;
}

/** What a document says in a column, null for nothing; stops on a value of another kind than declared. */
export function valueIn(document: object, column: Column): FieldValue {
  const value: unknown = (document as Record<string, unknown>)[column.name] ?? null;
  assert(value === null || isOfKind(value, column.kind), 'a member that is not of its declared kind', {
    field: column.name,
    kind: column.kind,
  });
  return value;
}

/** Stops on a value that the column could not hold: comparing it would mean one thing in JavaScript and another in SQL. */
export function assertComparable(value: FieldValue, column: Column): void {
  assert(value === null || isOfKind(value, column.kind), 'a value of another kind than the field', {
    field: column.name,
    kind: column.kind,
  });
}

function isOfKind(value: unknown, kind: FieldKind): value is string | number | boolean {
  switch (kind) {
    case 'text':
      return typeof value === 'string';
    case 'integer':
      return Number.isSafeInteger(value);
    case 'boolean':
      return typeof value === 'boolean';
  }
}
