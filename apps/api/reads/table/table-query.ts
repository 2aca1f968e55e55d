import type { Subject } from '#contexts/access/policy/who-may';
import type { Scope } from '#platform/view-store/port/scope';
import type { Sort } from '#platform/view-store/port/view-store';
import type { AsOfAsked } from '../query/as-of';
import { asOfParameter, parseAsOf } from '../query/as-of';
import type { Parameter, Parameters } from '../query/parameter';
import { readParameters } from '../query/parameter';
import {
  cursorParameter,
  DEFAULT_LIMIT,
  limitParameter,
  minSequenceParameter,
  sortParameter,
} from '../query/standard-parameters';
import type { TableRead } from './table-read';

/** A page of JSON, or the whole table as a file. */
export type Format = 'page' | 'file';

/** What a list's address said. */
export interface TableQuery {
  readonly filters: Parameters;
  readonly sort: Sort;
  readonly limit: number;
  readonly cursor: string | undefined;
  readonly asOf: AsOfAsked | undefined;
  readonly minSequence: number | undefined;
  /** All of it as it was sent. */
  readonly sent: Parameters;
}

type Declared = Pick<TableRead<object>, 'filters' | 'sorts' | 'defaultSort'>;

/** Every query parameter that a table knows; the description and the check are made of this one list. */
export function parametersOf({ filters, sorts, defaultSort }: Declared, format: Format): readonly Parameter[] {
  const paging = format === 'page' ? [limitParameter, cursorParameter] : [];
  return [...filters, sortParameter(sorts, defaultSort), ...paging, asOfParameter, minSequenceParameter];
}

/** Reads a list's query; stops with 400 that names all that is wrong. */
export function tableQuery(table: Declared, query: unknown, format: Format): TableQuery {
  const sent = readParameters(query, parametersOf(table, format));
  const filters = new Map([...sent].filter(([name]) => table.filters.some((filter) => filter.name === name)));
  const [asOf, minSequence] = [sent.get('asOf'), sent.get('minSequence')];
  return {
    filters,
    sent,
    sort: sortOf(sent.get('sort') ?? table.defaultSort),
    limit: Number(sent.get('limit') ?? DEFAULT_LIMIT),
    cursor: sent.get('cursor'),
    asOf: asOf === undefined ? undefined : parseAsOf(asOf),
    minSequence: minSequence === undefined ? undefined : Number(minSequence),
  };
}

/** What a cursor belongs to: another table, version, filter, sort, scope or, in a personal one, person is another list (bad input 65). */
export function boundTo(
  { name, views, isPersonal }: TableRead<object>,
  { filters, sort, sent }: TableQuery,
  scope: Scope,
  { personId }: Subject,
): object {
  return {
    ...(isPersonal === true ? { personId } : {}),
    name,
    views: views.map((view) => [view.name, view.version]),
    filters: [...filters].sort(([a], [b]) => (a < b ? -1 : 1)),
    asOf: sent.get('asOf') ?? null,
    sort: [sort.field, sort.direction],
    scope: scope.kind === 'all' ? 'all' : scope.partnerId,
  };
}

function sortOf(text: string): Sort {
  return text.startsWith('-') ? { field: text.slice(1), direction: 'desc' } : { field: text, direction: 'asc' };
}
