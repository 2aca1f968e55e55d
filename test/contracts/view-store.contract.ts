import { InvariantBroken } from '#kernel/assert/assert';
import type { PartnerId } from '#kernel/ids/entity-id';
import { instant } from '#kernel/time/instant';
import type { Checkpoint } from '#platform/event-store/port/event-store';
import { START } from '#platform/event-store/port/event-store';
import { scopeOfAll, scopeOfPartner } from '#platform/view-store/port/scope';
import type { View } from '#platform/view-store/port/view';
import type { Find, ViewStore } from '#platform/view-store/port/view-store';

/** The documents of these specs: claims with every kind of field, some of them missing or null. */
export interface ToyClaim {
  readonly partnerId: PartnerId | null;
  readonly status?: string | null;
  readonly requested?: number | null;
  readonly contested?: boolean;
  readonly paid?: number | null;
  readonly note?: unknown;
}

export const toyClaims: View<ToyClaim> = {
  name: 'toy-claims',
  version: 1,
  partnerOf: (claim) => claim.partnerId,
  fields: { status: 'text', requested: 'integer', contested: 'boolean' },
  totals: ['requested', 'paid'],
};

export const at = (sequence: number): Checkpoint => ({
  sequence,
  knownAt: instant('2026-04-01T07:00:00.000Z'),
  cursor: `c${sequence}`,
});

const VA: PartnerId = 'ptr_va';
const NM: PartnerId = 'ptr_nm';
const everything: Find = { where: [] };

export async function put(store: ViewStore, claims: Readonly<Record<string, ToyClaim | null>>): Promise<void> {
  const from = await store.checkpoint(toyClaims);
  expect(await store.apply(toyClaims, from, new Map(Object.entries(claims)), at(from.sequence + 1))).toBe(true);
}

/** What every view store promises: the port's text as examples. `open` gives an empty one. */
export function viewStoreContract(name: string, open: () => ViewStore): void {
  describe(`${name}: the view store's contract`, () => {
    let store: ViewStore;
    beforeEach(() => (store = open()));
    afterEach(() => store.close());

    const keys = async (find: Partial<Find>): Promise<string[]> =>
      (await store.find(scopeOfAll, toyClaims, { where: [], ...find })).rows.map(({ key }) => key);

    describe('keeping', () => {
      it('starts empty, at the start of the log', async () => {
        expect(await store.find(scopeOfAll, toyClaims, everything)).toEqual({
          rows: [],
          hasMore: false,
          count: 0,
          totals: { requested: 0, paid: 0 },
          checkpoint: START,
        });
        expect(await store.checkpoint(toyClaims)).toEqual(START);
        expect(await store.get(scopeOfAll, toyClaims, 'c1')).toBeUndefined();
      });

      it('gives a document back exactly as it was', async () => {
        const claim: ToyClaim = {
          partnerId: VA,
          status: "Robert'); DROP TABLE toy;-- ☃ 😀 \u0000",
          requested: Number.MAX_SAFE_INTEGER,
          contested: false,
          note: { z: [1.5, -3e-7, null, true, { deep: '' }], a: { __proto__x: 1 } },
        };
        await put(store, { c1: claim });
        expect(await store.get(scopeOfAll, toyClaims, 'c1')).toEqual(claim);
        expect(await store.load(toyClaims, ['c1', 'absent'])).toEqual(new Map([['c1', claim]]));
      });

      it('replaces and deletes documents, and moves the checkpoint with them', async () => {
        await put(store, { c1: { partnerId: VA, status: 'claimed', requested: 1 }, c2: { partnerId: VA } });
        await put(store, { c1: { partnerId: NM, status: 'approved' }, c2: null, never: null });
        const found = await store.find(scopeOfAll, toyClaims, everything);
        expect(found.rows).toEqual([{ key: 'c1', document: { partnerId: NM, status: 'approved' } }]);
        expect(found.checkpoint).toEqual(at(1));
        expect(found.totals['requested']).toBe(0);
      });

      it('moves the checkpoint when nothing has changed', async () => {
        await put(store, {});
        expect(await store.checkpoint(toyClaims)).toEqual(at(0));
      });

      it('moves the checkpoint of a view that nothing touches, however far, and goes on from there', async () => {
        await put(store, { c1: { partnerId: VA } });
        for (const [from, to] of [
          [0, 4],
          [4, 9],
          [9, 5_000],
          [5_000, 5_001],
        ] as const) {
          expect(await store.move(toyClaims, at(from), at(to))).toBe(true);
          expect(await store.checkpoint(toyClaims)).toEqual(at(to));
        }
        expect(await store.digest(toyClaims)).toMatchObject({ sequence: 5_001 });
        expect(await store.apply(toyClaims, at(5_001), new Map([['c2', { partnerId: VA }]]), at(5_002))).toBe(true);
        expect((await store.find(scopeOfAll, toyClaims, everything)).checkpoint).toEqual(at(5_002));
        expect(await keys({})).toEqual(['c1', 'c2']);
      });

      it('moves nothing from where a view does not stand (G12)', async () => {
        await put(store, { c1: { partnerId: VA } });
        expect(await store.move(toyClaims, at(0), at(3))).toBe(true);
        expect(await store.move(toyClaims, at(0), at(4))).toBe(false);
        expect(await store.apply(toyClaims, at(0), new Map([['c1', null]]), at(4))).toBe(false);
        expect(await store.move(toyClaims, at(7), at(8))).toBe(false);
        expect(await store.checkpoint(toyClaims)).toEqual(at(3));
        await store.drop(toyClaims);
        expect(await store.checkpoint(toyClaims)).toEqual(START);
        expect(await store.move(toyClaims, START, at(2))).toBe(true);
        await store.drop(toyClaims);
        expect(await store.checkpoint(toyClaims)).toEqual(START);
      });

      it('refuses a batch from a checkpoint that another runner has moved, and writes nothing of it (G12)', async () => {
        await put(store, { c1: { partnerId: VA, status: 'claimed' } });
        const late = new Map([['c1', null]]);
        expect(await store.apply(toyClaims, START, late, at(5))).toBe(false);
        expect(await store.apply(toyClaims, at(7), late, at(8))).toBe(false);
        expect(await keys({})).toEqual(['c1']);
        expect(await store.checkpoint(toyClaims)).toEqual(at(0));
      });

      it.each<[string, ToyClaim]>([
        ['no JSON', { partnerId: VA, note: undefined }],
        ['a number that no JSON carries', { partnerId: VA, note: Number.NaN }],
        ['half a character', { partnerId: VA, note: '\ud83d' }],
        ['a text where cents are declared', { partnerId: VA, requested: '12' as unknown as number }],
        ['a fraction of a cent', { partnerId: VA, paid: 0.5 }],
      ])('stops on a document with %s, and keeps nothing of the batch', async (_, claim) => {
        const batch = new Map([
          ['good', { partnerId: VA }],
          ['bad', claim],
        ]);
        await expect(store.apply(toyClaims, START, batch, at(0))).rejects.toThrow(InvariantBroken);
        expect(await store.checkpoint(toyClaims)).toEqual(START);
        expect(await keys({})).toEqual([]);
      });

      it('lets views that move in the same moment stand and fall by themselves', async () => {
        const others = { ...toyClaims, name: 'others' };
        const bad = store.apply(toyClaims, START, new Map([['bad', { partnerId: VA, paid: 0.5 }]]), at(0));
        const good = store.apply(others, START, new Map([['good', { partnerId: VA }]]), at(0));
        const late = store.apply(others, START, new Map([['late', { partnerId: VA }]]), at(1));
        await expect(bad).rejects.toThrow(InvariantBroken);
        expect([await good, await late]).toEqual([true, false]);
        expect([await store.checkpoint(toyClaims), await store.checkpoint(others)]).toEqual([START, at(0)]);
        expect((await store.find(scopeOfAll, others, everything)).rows.map(({ key }) => key)).toEqual(['good']);
      });

      it('keeps versions of a view apart, and forgets those that this release does not know', async () => {
        const next = { ...toyClaims, version: 2 };
        await put(store, { old: { partnerId: VA } });
        await store.apply(next, START, new Map([['new', { partnerId: VA }]]), at(9));
        expect(await keys({})).toEqual(['old']);
        expect(await store.retain([next])).toEqual(['view_toy_claims_v1']);
        expect(await keys({})).toEqual([]);
        expect((await store.find(scopeOfAll, next, everything)).rows).toHaveLength(1);
      });

      it('drops a view with its checkpoint', async () => {
        await put(store, { c1: { partnerId: VA } });
        await store.drop(toyClaims);
        expect(await store.checkpoint(toyClaims)).toEqual(START);
        expect(await keys({})).toEqual([]);
      });
    });

    describe('scope (G22)', () => {
      beforeEach(() =>
        put(store, {
          ours: { partnerId: VA, requested: 100 },
          theirs: { partnerId: NM, requested: 10 },
          nobodys: { partnerId: null, requested: 1 },
        }),
      );

      it('shows a partner its own documents and those of nobody, in rows, count and totals alike', async () => {
        const found = await store.find(scopeOfPartner(VA), toyClaims, everything);
        expect(found.rows.map(({ key }) => key)).toEqual(['nobodys', 'ours']);
        expect(found.count).toBe(2);
        expect(found.totals).toEqual({ requested: 101, paid: 0 });
      });

      it('makes the document of another look absent', async () => {
        expect(await store.get(scopeOfPartner(VA), toyClaims, 'theirs')).toBeUndefined();
        expect(await store.get(scopeOfPartner(VA), toyClaims, 'ours')).toBeDefined();
        expect(await store.get(scopeOfPartner(VA), toyClaims, 'nobodys')).toBeDefined();
        expect(await store.get(scopeOfAll, toyClaims, 'theirs')).toBeDefined();
      });

      it('goes by the document as it is now, not as it was', async () => {
        await put(store, { ours: { partnerId: NM, requested: 100 } });
        expect(await store.get(scopeOfPartner(VA), toyClaims, 'ours')).toBeUndefined();
        expect((await store.find(scopeOfPartner(NM), toyClaims, everything)).count).toBe(3);
      });
    });

    describe('asking', () => {
      beforeEach(() =>
        put(store, {
          a: { partnerId: VA, status: 'claimed', requested: 300, contested: true },
          b: { partnerId: VA, status: 'approved', requested: 100, contested: false, paid: 40 },
          c: { partnerId: VA, status: 'approved', requested: 200 },
          d: { partnerId: VA, status: null, requested: null, paid: -3 },
          e: { partnerId: VA },
        }),
      );

      it('finds what equals a value, of each kind', async () => {
        expect(await keys({ where: [{ field: 'status', is: '=', value: 'approved' }] })).toEqual(['b', 'c']);
        expect(await keys({ where: [{ field: 'requested', is: '=', value: 300 }] })).toEqual(['a']);
        expect(await keys({ where: [{ field: 'contested', is: '=', value: false }] })).toEqual(['b']);
        expect(await keys({ where: [{ field: 'contested', is: '=', value: true }] })).toEqual(['a']);
      });

      it('finds what lies in a range; a missing value lies in none', async () => {
        expect(await keys({ where: [{ field: 'requested', is: '>=', value: 200 }] })).toEqual(['a', 'c']);
        expect(await keys({ where: [{ field: 'requested', is: '<=', value: 200 }] })).toEqual(['b', 'c']);
        expect(await keys({ where: [{ field: 'requested', is: '<', value: 200 }] })).toEqual(['b']);
        expect(await keys({ where: [{ field: 'status', is: '>=', value: 'b' }] })).toEqual(['a']);
      });

      it('holds every condition at once', async () => {
        const where: Find['where'] = [
          { field: 'status', is: '=', value: 'approved' },
          { field: 'requested', is: '>=', value: 101 },
        ];
        expect(await keys({ where })).toEqual(['c']);
      });

      it('sorts by key, or by a field with ties by key; a missing value is least', async () => {
        expect(await keys({})).toEqual(['a', 'b', 'c', 'd', 'e']);
        expect(await keys({ sort: { field: 'status', direction: 'asc' } })).toEqual(['d', 'e', 'b', 'c', 'a']);
        expect(await keys({ sort: { field: 'status', direction: 'desc' } })).toEqual(['a', 'b', 'c', 'd', 'e']);
        expect(await keys({ sort: { field: 'contested', direction: 'asc' } })).toEqual(['c', 'd', 'e', 'b', 'a']);
      });

      it('counts and sums the whole filter, whatever the page', async () => {
        const page = await store.find(scopeOfAll, toyClaims, {
          where: [{ field: 'requested', is: '>=', value: 100 }],
          limit: 1,
          after: { value: null, key: 'a' },
        });
        expect(page.rows.map(({ key }) => key)).toEqual(['b']);
        expect(page.hasMore).toBe(true);
        expect(page.count).toBe(3);
        expect(page.totals).toEqual({ requested: 600, paid: 40 });
      });

      it('knows the last page', async () => {
        expect((await store.find(scopeOfAll, toyClaims, { where: [], limit: 5 })).hasMore).toBe(false);
        expect((await store.find(scopeOfAll, toyClaims, { where: [], limit: 4 })).hasMore).toBe(true);
      });

      it('stops on a field that is not declared, or a value of another kind', async () => {
        const asking = (find: Find) => expect(store.find(scopeOfAll, toyClaims, find)).rejects.toThrow(InvariantBroken);
        await asking({ where: [{ field: 'note', is: '=', value: 'x' }] });
        await asking({ where: [{ field: 'paid', is: '=', value: 1 }] });
        await asking({ where: [{ field: 'key" = 1 --', is: '=', value: 1 }] });
        await asking({ where: [{ field: 'toString', is: '=', value: 1 }] });
        await asking({ where: [], sort: { field: 'partnerId', direction: 'asc' } });
        await asking({ where: [{ field: 'requested', is: '>=', value: '100' }] });
      });

      it('stops on a total beyond the safe integers', async () => {
        await put(store, { x: { partnerId: VA, paid: Number.MAX_SAFE_INTEGER } });
        await expect(store.find(scopeOfAll, toyClaims, everything)).rejects.toThrow(InvariantBroken);
      });
    });

    describe('digest (G11)', () => {
      it('is of the content and its order by key, not of how it came to be', async () => {
        await put(store, { b: { partnerId: VA, status: 'x' }, a: { status: 'y', partnerId: VA } });
        const direct = await store.digest(toyClaims);
        await store.drop(toyClaims);
        await put(store, { a: { partnerId: VA, status: 'y' }, c: { partnerId: VA } });
        await put(store, { b: { status: 'x', partnerId: VA }, c: null });
        expect(await store.digest(toyClaims)).toEqual({ ...direct, sequence: 1 });
      });

      it('is the same text for every adapter, and tells every change', async () => {
        await put(store, {
          a: { partnerId: VA, status: 'claimed' },
          '\u{1f600}': { partnerId: null },
          '\ufb01': { partnerId: null },
        });
        const { digest } = await store.digest(toyClaims);
        // printf '"a" {…}\n"ﬁ" {…}\n"😀" {…}\n' | sha256sum, computed outside this program.
        expect(digest).toBe('55737026cd4010bcd4021613b3027f01b89380528692038129e0d008b84488b2');
        await put(store, { a: { partnerId: VA, status: 'approved' } });
        expect((await store.digest(toyClaims)).digest).not.toBe(digest);
      });
    });
  });
}
