import type { PartnerId } from '#kernel/ids/entity-id';
import { START } from '#platform/event-store/port/event-store';
import { MemoryViewStore } from '#platform/view-store/memory/memory-view-store';
import type { Scope } from '#platform/view-store/port/scope';
import { scopeOfAll, scopeOfPartner } from '#platform/view-store/port/scope';
import type { Condition, Find, Sort, ViewStore } from '#platform/view-store/port/view-store';
import { SqliteViewStore } from '#platform/view-store/sqlite/sqlite-view-store';
import fc from 'fast-check';
import type { ToyClaim } from './toy-claims';
import { at, toyClaims } from './toy-claims';

// Few distinct values, so that ties, nulls and matches are common; some from both sides of the UTF-16 surrogates.
const text = fc.oneof(
  fc.constantFrom('', 'a', 'b', 'B', 'é', '\ufb01', '\u{1f600}', '\u0000'),
  fc.string({ unit: 'binary', maxLength: 3 }),
);
const amount = fc.oneof(fc.integer({ min: -2, max: 2 }), fc.integer());
const partner = fc.constantFrom<PartnerId>('ptr_va', 'ptr_nm');

const claim: fc.Arbitrary<ToyClaim> = fc.record(
  {
    partnerId: fc.option(partner),
    status: fc.option(text),
    requested: fc.option(amount),
    contested: fc.boolean(),
    paid: fc.option(amount),
    note: fc.array(text, { maxLength: 2 }),
  },
  { requiredKeys: ['partnerId'] },
);
const claims = fc.dictionary(text, claim, { maxKeys: 12, noNullPrototype: true });

const is = fc.constantFrom('=' as const, '>=' as const, '<=' as const, '<' as const);
const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ field: fc.constant('status'), is, value: text }),
  fc.record({ field: fc.constant('requested'), is, value: amount }),
  fc.record({ field: fc.constant('contested'), is, value: fc.boolean() }),
);
const where = fc.array(condition, { maxLength: 2 });
const sort: fc.Arbitrary<Sort> = fc.record({
  field: fc.constantFrom('status', 'requested', 'contested'),
  direction: fc.constantFrom('asc' as const, 'desc' as const),
});
const scope: fc.Arbitrary<Scope> = fc.oneof(fc.constant(scopeOfAll), partner.map(scopeOfPartner));
const query = fc.record({
  scope,
  where,
  sort: fc.option(sort, { nil: undefined }),
  limit: fc.integer({ min: 1, max: 4 }),
});
type Query = typeof query extends fc.Arbitrary<infer Q> ? Q : never;

/** All pages of a query, each asked for where the one before ended. */
async function pages(store: ViewStore, { scope: who, where: conditions, sort: order, limit }: Query) {
  const answers = [];
  let after: Find['after'];
  for (let more = true; more;) {
    const find: Find = { where: conditions, limit, ...(order && { sort: order }), ...(after && { after }) };
    const found = await store.find(who, toyClaims, find);
    answers.push(found);
    more = found.hasMore;
    const last = found.rows.at(-1);
    if (last) after = { key: last.key, value: valueOf(last.document, order) };
  }
  return answers;
}

const valueOf = (document: ToyClaim, order: Sort | undefined) =>
  order === undefined ? null : ((document[order.field as keyof ToyClaim] ?? null) as string | number | boolean | null);

describe('memory and sqlite answer the same', () => {
  const sqlite = new SqliteViewStore(':memory:');
  afterAll(() => sqlite.close());

  it('for any documents and any question, page by page', async () => {
    await fc.assert(
      fc.asyncProperty(claims, claims, fc.array(query, { maxLength: 4 }), async (first, second, queries) => {
        const memory = new MemoryViewStore();
        await sqlite.drop(toyClaims);
        for (const store of [memory, sqlite]) {
          await store.apply(toyClaims, START, new Map(Object.entries(first)), at(0));
          await store.apply(toyClaims, at(0), deletedOrReplaced(first, second), at(1));
        }
        expect(await sqlite.digest(toyClaims)).toEqual(await memory.digest(toyClaims));
        for (const asked of queries) expect(await pages(sqlite, asked)).toEqual(await pages(memory, asked));
      }),
      { numRuns: 300 },
    );
  });

  it('and digests views that are read in several slices', async () => {
    const memory = new MemoryViewStore();
    const many = Array.from({ length: 4_500 }, (_, i) => [`k${i}`, { partnerId: null, requested: i }] as const);
    for (const store of [memory, sqlite]) {
      await store.drop(toyClaims);
      await store.apply(toyClaims, START, new Map<string, ToyClaim>(many), at(0));
    }
    expect(await sqlite.digest(toyClaims)).toEqual(await memory.digest(toyClaims));
  });

  it('and pages that are read until exhausted hold every row of the filter once', async () => {
    await fc.assert(
      fc.asyncProperty(claims, query, async (documents, asked) => {
        await sqlite.drop(toyClaims);
        await sqlite.apply(toyClaims, START, new Map(Object.entries(documents)), at(0));
        const read = (await pages(sqlite, asked)).flatMap(({ rows }) => rows);
        const whole = await pages(sqlite, { ...asked, limit: 1_000 });
        expect(read).toEqual(whole[0]?.rows);
        expect(read).toHaveLength(whole[0]?.count ?? -1);
      }),
      { numRuns: 200 },
    );
  });
});

/** A second batch: what it names is replaced, and every other document of the first that sorts low is deleted. */
function deletedOrReplaced(first: object, second: Record<string, ToyClaim>): Map<string, ToyClaim | null> {
  const deleted = Object.keys(first).filter((key) => key < 'b');
  return new Map<string, ToyClaim | null>([...deleted.map((key) => [key, null] as const), ...Object.entries(second)]);
}
