import type { Instant } from '#kernel/time/instant';
import { START } from '#platform/event-store/port/event-store';
import { AsOf, BeyondLog, StillFolding } from '#platform/runtime/as-of/as-of';
import { foldView } from '#platform/runtime/as-of/fold-view';
import type { FoldRequest } from '#platform/runtime/as-of/folder';
import { Folder } from '#platform/runtime/as-of/folder';
import { MemoryViewStore } from '#platform/view-store/memory/memory-view-store';
import { scopeOfAll, scopeOfPartner } from '#platform/view-store/port/scope';
import fc from 'fast-check';
import { inlineFolder } from '../support/inline-folder';
import { ManualTimers, settled } from '../support/manual-timers';
import { toyHistory } from '../support/toy-history';
import { ThingGrew, ThingMade, thingsView, things, ToyLog, toyCatalogue, Weather } from '../support/toy-log';
import { registry } from '../support/toy-registry';

/** Folds when it is told to, and counts. */
class HeldFolder extends Folder {
  readonly asked: FoldRequest[] = [];
  release: () => void = () => undefined;
  fail: (error: Error) => void = () => undefined;

  constructor(private readonly inner: Folder) {
    super();
  }
  async fold(request: FoldRequest) {
    this.asked.push(request);
    await new Promise<void>((resolve, reject) => {
      this.release = resolve;
      this.fail = reject;
    });
    return this.inner.fold(request);
  }
  sequenceAt = (at: Instant) => this.inner.sequenceAt(at);
  close = () => this.inner.close();
}

describe('views as of an earlier position', () => {
  let log: ToyLog;
  beforeEach(async () => {
    log = new ToyLog();
    await log.append(ThingMade({ thing: 'a', partnerId: 'ptr_a' }), ThingGrew({ thing: 'a', cents: 5 }));
    await log.append(Weather({ sky: 'grey' }), ThingGrew({ thing: 'a', cents: 7 }));
  });
  const asOfInline = () => new AsOf({ log: log.store, folder: inlineFolder(log.store, registry) });

  it('show what was known then, inclusive, within the scope, and state their position', async () => {
    const asOf = asOfInline();
    const then = await asOf.at([thingsView], 2);
    const found = await then.find(scopeOfAll, thingsView, { where: [] });
    expect(found.rows).toEqual([
      { key: 'a', document: { thing: 'a', partnerId: 'ptr_a', grown: 5, swaps: 0, lastSequence: 1 } },
    ]);
    expect(found.checkpoint).toEqual({ sequence: 2, knownAt: '2026-04-01T07:00:00.000Z', cursor: '' });
    expect(await then.get(scopeOfPartner('ptr_b'), thingsView, 'a')).toBeUndefined();
    expect((await (await asOf.at([thingsView], 3)).get(scopeOfAll, thingsView, 'a'))?.grown).toBe(12);
  });

  it('are empty before the first event, and refused beyond the last', async () => {
    const asOf = asOfInline();
    const before = await (await asOf.at([thingsView], -1)).find(scopeOfAll, thingsView, { where: [] });
    expect(before).toMatchObject({ rows: [], checkpoint: START });
    await expect(asOf.at([thingsView], 4)).rejects.toThrow(BeyondLog);
  });

  it('give the digest that the read model must have had', async () => {
    const live = new MemoryViewStore();
    const { documents } = await foldView([things], 1, log.store, toyCatalogue);
    await live.apply(thingsView, START, documents[0] as never, { ...START, sequence: 1 });
    expect(await asOfInline().digest(thingsView, 1)).toBe((await live.digest(thingsView)).digest);
  });

  it('stop on an event that the fold cannot take, and name it', async () => {
    const broken = { ...things, fold: () => { throw new Error('broken fold'); } }; // prettier-ignore
    const folder = inlineFolder(log.store, { ...registry, views: [{ view: thingsView, projection: broken }] });
    const asOf = new AsOf({ log: log.store, folder });
    await expect(asOf.at([thingsView], 3)).rejects.toMatchObject({ name: 'Poison', sequence: 0, type: 'ThingMade' });
  });

  it('are the same whether folded from the start or on from an earlier moment, in any order of asking', async () => {
    await fc.assert(
      fc.asyncProperty(toyHistory, fc.array(fc.nat(24), { minLength: 1, maxLength: 8 }), async (events, asked) => {
        const random = new ToyLog();
        const last = await random.append(...events);
        const keeping = inlineFolder(random.store, registry);
        const requests = asked.map((n) => ({ views: [thingsView], until: Math.min(n, last) }));
        const folded = [];
        for (const request of requests) folded.push(await keeping.fold(request));
        // Compared when all are made: folding on from a moment must leave that moment as it was.
        for (const [i, request] of requests.entries()) {
          const afresh = await inlineFolder(random.store, registry).fold(request);
          expect([await folded[i]?.digest(thingsView), await folded[i]?.checkpoint(thingsView)]).toEqual([
            await afresh.digest(thingsView),
            await afresh.checkpoint(thingsView),
          ]);
        }
      }),
    );
  });

  describe('are folded once', () => {
    it('for all who ask at the same time, and for whoever asks later', async () => {
      const folder = new HeldFolder(inlineFolder(log.store, registry));
      const asOf = new AsOf({ log: log.store, folder });
      const both = Promise.all([asOf.at([thingsView], 3), asOf.at([thingsView], 3)]);
      await settled();
      folder.release();
      const [one, other] = await both;
      expect(one).toBe(other);
      expect(await asOf.at([thingsView], 3)).toBe(one);
      expect(folder.asked).toEqual([{ views: [{ name: 'things', version: 1 }], until: 3 }]);
    });

    it('and again after a failure, which is told and not remembered', async () => {
      const folder = new HeldFolder(inlineFolder(log.store, registry));
      const asOf = new AsOf({ log: log.store, folder });
      const failing = asOf.at([thingsView], 3);
      const told = expect(failing).rejects.toThrow('thread died');
      await settled();
      folder.fail(new Error('thread died'));
      await told;
      const again = asOf.at([thingsView], 3);
      await settled();
      folder.release();
      expect(await again).toBeDefined();
      expect(folder.asked).toHaveLength(2);
    });
  });

  describe('that take longer than 2 s', () => {
    it('are answered with "come back", and are there when one does', async () => {
      const folder = new HeldFolder(inlineFolder(log.store, registry));
      const timers = new ManualTimers();
      const asOf = new AsOf({ log: log.store, folder, timers });
      const slow = asOf.at([thingsView], 3);
      const told = expect(slow).rejects.toThrow(StillFolding);
      await settled();
      await timers.pass(2_000);
      await told;
      folder.release();
      await settled();
      expect(await (await asOf.at([thingsView], 3)).checkpoint(thingsView)).toMatchObject({ sequence: 3 });
      expect(folder.asked).toHaveLength(1);
    });

    it('do not pile up: beyond a number of folds, one more is told to come back at once', async () => {
      const folder = new HeldFolder(inlineFolder(log.store, registry));
      const asOf = new AsOf({ log: log.store, folder, maxFolds: 2 });
      const held = [asOf.at([thingsView], 0), asOf.at([thingsView], 1)];
      for (const each of held) each.catch(() => undefined);
      await settled();
      await expect(asOf.at([thingsView], 2)).rejects.toThrow(StillFolding);
      expect(folder.asked).toHaveLength(2);
    });

    it('are remembered even when larger than all room', async () => {
      const folder = new HeldFolder(inlineFolder(log.store, registry));
      const asOf = new AsOf({ log: log.store, folder, maxDocuments: 1 });
      const folding = asOf.at([thingsView], 3);
      await settled();
      folder.release();
      const first = await folding;
      expect(await asOf.at([thingsView], 3)).toBe(first);
    });
  });
});
