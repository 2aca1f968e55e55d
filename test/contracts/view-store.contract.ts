import { InvariantBroken } from '#kernel/assert/assert';
import { START } from '#platform/event-store/port/event-store';
import { scopeOfAll } from '#platform/view-store/port/scope';
import type { Find, ViewStore } from '#platform/view-store/port/view-store';
import type { ToyClaim } from './toy-claims';
import { at, everything, keysOf, NM, put, toyClaims, VA } from './toy-claims';
import { viewStoreAsking } from './view-store-asking.contract';

/** What every view store promises: the port's text as examples. `open` gives an empty one. */
export function viewStoreContract(name: string, open: () => ViewStore): void {
  viewStoreAsking(name, open);
  describe(`${name}: the view store's contract`, () => {
    let store: ViewStore;
    beforeEach(() => (store = open()));
    afterEach(() => store.close());

    const keys = (find: Partial<Find>) => keysOf(store, find);

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
