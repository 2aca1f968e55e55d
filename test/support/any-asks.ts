import type { FieldValue } from '#platform/view-store/port/compare';
import type { Scope } from '#platform/view-store/port/scope';
import { scopeOfAll, scopeOfPartner } from '#platform/view-store/port/scope';
import type { AnyView } from '#platform/view-store/port/view';
import type { Condition, Find, Found, Row, ViewReader } from '#platform/view-store/port/view-store';
import fc from 'fast-check';

/** A question that any view can be asked: numbers that pick fields of the view, and values and people of its documents. */
export interface AnyAsk {
  readonly scope: number;
  readonly where: readonly { readonly field: number; readonly is: Condition['is']; readonly of: number }[];
  readonly sort: { readonly field: number; readonly direction: 'asc' | 'desc' } | undefined;
  readonly limit: number | undefined;
}

const condition = fc.record({
  field: fc.nat(30),
  is: fc.constantFrom('=' as const, '>=' as const, '<=' as const, '<' as const),
  of: fc.nat(),
});
const sort = fc.record({ field: fc.nat(30), direction: fc.constantFrom('asc' as const, 'desc' as const) });

export const anyAsk = (limit: { readonly max: number }): fc.Arbitrary<AnyAsk> =>
  fc.record({
    scope: fc.nat(),
    where: fc.array(condition, { maxLength: 2 }),
    sort: fc.option(sort, { nil: undefined }),
    limit: fc.option(fc.integer({ min: 1, max: limit.max }), { nil: undefined }),
  });

const PAGES = 4;

/** All that a reader says to a question: its first pages, each asked for where the one before ended. */
export async function answers(reader: ViewReader, view: AnyView, ask: AnyAsk, documents: readonly Row<object>[]) {
  const { scope, find } = asked(view, ask, documents);
  const pages: Found<object>[] = [];
  for (let after: Find['after']; pages.length < PAGES;) {
    const page = await reader.find<object>(scope, view, { ...find, ...(after && { after }) });
    pages.push(page);
    const last = page.rows.at(-1);
    if (!page.hasMore || last === undefined) break;
    after = { key: last.key, value: find.sort === undefined ? null : valueOf(last.document, find.sort.field) };
  }
  const key = documents[ask.scope % (documents.length + 1)]?.key ?? 'absent';
  return { pages, one: await reader.get<object>(scope, view, key) };
}

function asked(view: AnyView, ask: AnyAsk, documents: readonly Row<object>[]): { scope: Scope; find: Find } {
  const fields = Object.keys(view.fields);
  const pick = <T>(from: readonly T[], n: number): T | undefined => from[n % Math.max(1, from.length)];
  const where = ask.where.flatMap(({ field, is, of }): Condition[] => {
    const name = pick(fields, field);
    const value = name === undefined ? null : valueOf(pick(documents, of)?.document ?? {}, name);
    return name === undefined || value === null ? [] : [{ field: name, is, value }];
  });
  const order = ask.sort && pick(fields, ask.sort.field);
  const sorted = order === undefined || ask.sort === undefined ? {} : { sort: { ...ask.sort, field: order } };
  const partner = view.partnerOf(pick(documents, ask.scope)?.document ?? {}) ?? null;
  return {
    scope: partner === null || ask.scope % 2 === 0 ? scopeOfAll : scopeOfPartner(partner),
    find: { where, ...sorted, ...(ask.limit !== undefined && { limit: ask.limit }) },
  };
}

const valueOf = (document: object, field: string): FieldValue =>
  (document as Readonly<Record<string, FieldValue | undefined>>)[field] ?? null;
