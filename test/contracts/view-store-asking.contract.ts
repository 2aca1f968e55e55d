import { InvariantBroken } from '#kernel/assert/assert';
import { scopeOfAll, scopeOfPartner } from '#platform/view-store/port/scope';
import type { Find, ViewStore } from '#platform/view-store/port/view-store';
import { everything, keysOf, NM, put, toyClaims, VA } from './toy-claims';

/** The part of the view store's contract for whoever reads: what a scope shows, and what a question finds. */
export function viewStoreAsking(name: string, open: () => ViewStore): void {
  describe(`${name}: the view store's contract, asked`, () => {
    let store: ViewStore;
    beforeEach(() => (store = open()));
    afterEach(() => store.close());

    const keys = (find: Partial<Find>) => keysOf(store, find);

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
  });
}
