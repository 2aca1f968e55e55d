import type { SqliteEventStore } from '#platform/event-store/sqlite/sqlite-event-store';
import { openSqliteEventStore } from '#platform/event-store/sqlite/sqlite-event-store';
import type { Folder } from '#platform/runtime/as-of/folder';
import type { PastViews } from '#platform/runtime/as-of/past-views';
import { scopeOfAll, scopeOfPartner } from '#platform/view-store/port/scope';
import { inlineFolder } from '../support/inline-folder';
import { temporaryFolder } from '../support/temporary-folder';
import { ThingGrew, ThingMade, ThingScrapped, ThingsSwapped, thingsView, ToyLog, Weather } from '../support/toy-log';
import { brittleView, registry } from '../support/toy-registry';

const views = [{ name: 'things', version: 1 }];
const brittle = [{ name: 'brittle', version: 1 }];
/** After 2,500 things were made. */
const [GREW, SCRAPPED, RAINED, BROKE] = [2_500, 2_502, 2_503, 2_504];

/** What every folder promises: the port's text as examples. `open` gives one over the log of a folder. */
export function folderContract(name: string, open: (directory: string, store: SqliteEventStore) => Folder): void {
  describe(`${name}: the folder's contract`, () => {
    const directory = temporaryFolder();
    let store: SqliteEventStore;
    let log: ToyLog;
    let folder: Folder;
    beforeAll(async () => {
      store = await openSqliteEventStore({ directory: directory.path });
      log = new ToyLog(store);
      const made = Array.from({ length: 2_500 }, (_, i) => ThingMade({ thing: `t${i}`, partnerId: 'ptr_a' }));
      for (let i = 0; i < made.length; i += 500) await log.append(...made.slice(i, i + 500));
      await log.append(ThingGrew({ thing: 't0', cents: 7 }), ThingsSwapped({ one: 't0', other: 't1' }));
      await log.append(ThingScrapped({ thing: 't2' }), Weather({ sky: 'wet' }), ThingGrew({ thing: 't3', cents: 13 }));
      folder = open(directory.path, store);
    });
    afterAll(async () => {
      await folder.close();
      await store.close();
      directory.remove();
    });
    const foldedAfresh = (until: number) => inlineFolder(store, registry).fold({ views, until });

    it('folds several positions at once, in any order', async () => {
      const positions = [0, SCRAPPED, -1, 999, 1_000, GREW];
      const all = (folds: readonly PastViews[]) =>
        Promise.all(folds.map(async (past) => [await past.digest(thingsView), await past.checkpoint(thingsView)]));
      const folded = await Promise.all(positions.map((until) => folder.fold({ views, until })));
      expect(await all(folded)).toEqual(await all(await Promise.all(positions.map(foldedAfresh))));
      expect(folded.every(({ isKept }) => isKept)).toBe(true);
    });

    it.each<[string, (past: PastViews) => Promise<unknown>]>([
      ['by key', (past) => past.get(scopeOfAll, thingsView, 't0')],
      ['for a key that is gone', (past) => past.get(scopeOfAll, thingsView, 't2')],
      ['for a key that never was', (past) => past.get(scopeOfAll, thingsView, 'absent')],
      ['by key, to another partner', (past) => past.get(scopeOfPartner('ptr_b'), thingsView, 't0')],
      ['by page', (past) => past.find(scopeOfAll, thingsView, { where: [], limit: 3 })],
      ['in order', (past) => past.find(scopeOfAll, thingsView, { where: [], sort: { field: 'grown', direction: 'desc' }, limit: 3 })], // prettier-ignore
      ['whole', (past) => past.find(scopeOfAll, thingsView, { where: [] })],
      ['with the keys alone', (past) => past.choose(scopeOfAll, thingsView, { where: [], limit: 2 })],
      ['for several keys', (past) => past.take(scopeOfPartner('ptr_a'), thingsView, ['t9', 'absent', 't2', 't0'])],
      ['whole, to another partner', (past) => past.find(scopeOfPartner('ptr_b'), thingsView, { where: [] })],
      ['with its position', (past) => past.checkpoint(thingsView)],
    ])('answers %s as a store that stood there would', async (_, ask) => {
      for (const until of [-1, 1_234, GREW, SCRAPPED, RAINED]) {
        expect(await ask(await folder.fold({ views, until }))).toEqual(await ask(await foldedAfresh(until)));
      }
    });

    it('holds a moment while the log goes on, and reads what was appended after it was opened', async () => {
      const earlier = await folder.fold({ views, until: BROKE });
      const before = await earlier.get(scopeOfAll, thingsView, 't0');
      const last = await log.append(ThingGrew({ thing: 't0', cents: 1 }));
      const later = await folder.fold({ views, until: last });
      expect(await later.get(scopeOfAll, thingsView, 't0')).toEqual({ ...before, grown: 8, lastSequence: last });
      expect(await earlier.get(scopeOfAll, thingsView, 't0')).toEqual(before);
    });

    it('ends with the log where more is asked than it has', async () => {
      const head = await store.head();
      const past = await folder.fold({ views, until: head.sequence + 5 });
      expect(await past.checkpoint(thingsView)).toEqual({ ...head, cursor: '' });
    });

    it('tells the position of an instant', async () => {
      const { sequence, knownAt } = await store.head();
      expect(await folder.sequenceAt(knownAt!)).toBe(sequence);
    });

    it('stops at an event that a view cannot take, not before it, and for that view alone', async () => {
      for (let i = 0; i < 2; i += 1) {
        await expect(folder.fold({ views: brittle, until: BROKE })).rejects.toThrow('grown by 13');
        const before = await folder.fold({ views: brittle, until: RAINED });
        expect(await before.get(scopeOfAll, brittleView, 't0')).toMatchObject({ grown: 7, swaps: 1 });
        await expect(folder.fold({ views: [...views, ...brittle], until: BROKE })).rejects.toThrow('grown by 13');
        expect(await (await folder.fold({ views, until: BROKE })).get(scopeOfAll, thingsView, 't3')).toMatchObject({
          grown: 13,
        });
      }
    });

    it('tells whoever asks for a view that there is not, and goes on', async () => {
      const absent = [{ name: 'no-such-view', version: 1 }];
      await expect(folder.fold({ views: absent, until: 0 })).rejects.toThrow('view_no_such_view_v1');
      expect(await (await folder.fold({ views, until: 0 })).checkpoint(thingsView)).toMatchObject({ sequence: 0 });
    });
  });
}
