import { shown } from '#contexts/imports/kinds/cell';
import type { Column, Kind } from '#contexts/imports/kinds/kind';
import type { Read } from '#contexts/imports/table/file-fault';
import { fault } from '#contexts/imports/table/file-fault';
import type { Table } from '#contexts/imports/table/parse-table';

/** A value for a column that the whole file lacks. */
export interface Fill {
  readonly column: string;
  readonly value: string;
}

/** A column of the kind, and where the file has it: an index in its rows, or one value for all of them. */
export interface Placed {
  readonly column: Column;
  readonly at: number | { readonly value: string };
  /** As the file calls it. */
  readonly called: string;
}

/** Columns whose names begin so are a reader's own remarks: `rejected.csv` has some, so that it can be mended and sent again. */
const REMARK = '_';

/** Where each column of the kind stands; or all that is wrong with the header. */
export function placeColumns({ header }: Table, kind: Kind, fill: readonly Fill[]): Read<readonly Placed[]> {
  const named = header.map((name) => ({ name: name.trim(), key: keyOf(name) }));
  const wrong = [...unknownIn(named, kind), ...twiceIn(named, kind), ...badFills(named, kind, fill)];
  const placed = kind.columns.flatMap((column): Placed[] => {
    const index = named.findIndex(({ key }) => isColumn(column, key));
    const filled = fill.find((one) => isColumn(column, keyOf(one.column)));
    if (index >= 0) return [{ column, at: index, called: named[index]?.name ?? column.name }];
    return filled === undefined ? [] : [{ column, at: { value: filled.value }, called: column.name }];
  });
  const missing = kind.columns.filter(
    (column) => column.isRequired === true && !placed.some((one) => one.column === column),
  );
  if (missing.length > 0) wrong.push(`it lacks ${missing.map(({ name }) => name).join(', ')}`);
  if (wrong.length === 0) return { ok: placed };
  return fault('FILE_HEADER', `The header cannot be used: ${wrong.join('; ')}.`, remedy(kind, missing), { line: 1 });
}

function remedy(kind: Kind, missing: readonly Column[]): string {
  const all = kind.columns
    .map(({ name, isRequired }) => (isRequired === true ? name : `${name} (optional)`))
    .join(', ');
  const fillable = missing.filter(({ isFillable }) => isFillable === true);
  if (fillable.length === 0) return `The columns of ${kind.name}: ${all}.`;
  const fills = fillable.map(({ name }) => `${name}=VALUE`).join(' and ');
  return `The columns of ${kind.name}: ${all}. One value for all rows can be filled in: ${fills}.`;
}

interface Named {
  readonly name: string;
  readonly key: string;
}

function unknownIn(named: readonly Named[], kind: Kind): string[] {
  const passed = Object.keys(kind.passedOver ?? {}).map(keyOf);
  const unknown = named.filter(
    ({ name, key }) =>
      !name.startsWith(REMARK) && !passed.includes(key) && !kind.columns.some((column) => isColumn(column, key)),
  );
  return unknown.map(({ name }) => (name === '' ? 'a column has no name' : `it does not know ${shown(name)}`));
}

function twiceIn(named: readonly Named[], kind: Kind): string[] {
  return kind.columns.flatMap((column) => {
    const names = named.filter(({ key }) => isColumn(column, key)).map(({ name }) => name);
    return names.length > 1 ? [`${names.join(' and ')} are one column, and which is meant cannot be known`] : [];
  });
}

function badFills(named: readonly Named[], kind: Kind, fill: readonly Fill[]): string[] {
  return fill.flatMap(({ column: name }) => {
    const column = kind.columns.find((one) => isColumn(one, keyOf(name)));
    if (column?.isFillable !== true) return [`${shown(name)} cannot be filled in`];
    return named.some(({ key }) => isColumn(column, key)) ? [`${column.name} is filled in, and the file has it`] : [];
  });
}

function isColumn({ name, aliases = [] }: Column, key: string): boolean {
  return [name, ...aliases].some((one) => keyOf(one) === key);
}

/** Capitals, spaces, dashes and underscores make no difference. */
const keyOf = (name: string): string => name.toLowerCase().replace(/[\s_-]/g, '');
