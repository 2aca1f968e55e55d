import type { NewEvent } from '#kernel/decider/event';
import { START } from '#platform/event-store/port/event-store';
import type { LogAtHand } from '#platform/runtime/as-of/history/history-sources';
import { HistoryIndex } from '#platform/runtime/as-of/history/history-index';
import { scopeOfAll } from '#platform/view-store/port/scope';
import type { ViewHistory } from '#platform/view-store/port/view-history';
import { SqliteViewHistory } from '#platform/view-store/sqlite/sqlite-view-history';
import fc from 'fast-check';
import { anyAsk } from '../support/any-asks';
import { expectFolded } from '../support/held-against-a-fold';
import { atHand } from '../support/indexed-folder';
import { longToyHistory } from '../support/toy-history';
import { ThingGrew, ThingMade, ThingScrapped, things, thingsView, ToyLog, toyCatalogue } from '../support/toy-log';
import { registry } from '../support/toy-registry';

const built = { view: thingsView, projection: things };
const everything = { where: [] };

describe('a history index', () => {
  let history: SqliteViewHistory;
  beforeEach(() => (history = new SqliteViewHistory(':memory:')));
  afterEach(() => history.close());
  const indexOf = (log: LogAtHand, over: ViewHistory = history) =>
    new HistoryIndex([built], { log, catalogue: toyCatalogue, history: over });
  const logOf = async (...events: readonly NewEvent[]): Promise<LogAtHand> => {
    const log = new ToyLog();
    for (const event of events) await log.append(event);
    return atHand(log.store);
  };

  it('knows each document from the event that made it to the one that deleted it', async () => {
    const index = indexOf(
      await logOf(
        ThingMade({ thing: 'a', partnerId: 'ptr_a' }),
        ThingGrew({ thing: 'a', cents: 5 }),
        ThingScrapped({ thing: 'a' }),
        ThingMade({ thing: 'a', partnerId: 'ptr_b' }),
      ),
    );
    await index.reach([built], 3);
    const grown = [-1, 0, 1, 2, 3].map((until) => {
      const { rows, totals } = index.find<{ grown: number }>(scopeOfAll, built, everything, until);
      return [rows.map(({ document }) => document.grown), totals['grown']];
    });
    expect(grown).toEqual([[[], 0], [[0], 0], [[5], 5], [[], 0], [[0], 0]]); // prettier-ignore
  });

  it('says at every moment of every history what a fold from the first event says, wherever the index was left off', async () => {
    const stops = fc.array(fc.nat(299), { maxLength: 4 });
    const asks = fc.array(fc.tuple(fc.nat(299), anyAsk({ max: 3 })), { minLength: 4, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(longToyHistory, stops, asks, async (events, left, asked) => {
        const log = await logOf(...events);
        const last = events.length - 1;
        history.forget(thingsView);
        // Each goes on from what the one before has written, and knows no document any more.
        for (const until of left) await indexOf(log).reach([built], Math.min(until, last));
        const index = indexOf(log);
        for (const [moment, ask] of asked) {
          const until = Math.min(moment, last);
          await index.reach([built], until);
          await expectFolded({ log, index, registry }, built, until, [ask]);
        }
      }),
      { numRuns: 60, seed: 20_261_201 },
    );
  });

  it('folds a document from a few dozen events, however many touched it', async () => {
    const log = await logOf(
      ThingMade({ thing: 'a', partnerId: 'ptr_a' }),
      ...Array.from({ length: 500 }, () => ThingGrew({ thing: 'a', cents: 1 })),
    );
    const index = indexOf(log);
    await index.reach([built], 500);
    for (const until of [0, 31, 32, 33, 250, 500]) {
      expect(history.trail(thingsView, 'a', until).sequences.length).toBeLessThanOrEqual(32);
      expect(index.get(scopeOfAll, built, 'a', until)).toMatchObject({ grown: until, lastSequence: until });
    }
  });

  it('is whole again after a slice that was not written', async () => {
    const log = await logOf(
      ...[0, 1, 2].map((n) => ThingMade({ thing: `t${n}`, partnerId: 'ptr_a' })),
      ThingGrew({ thing: 't0', cents: 1 }),
    );
    const index = indexOf(log);
    await index.reach([built], 1);
    const extend = jest.spyOn(history, 'extend').mockImplementationOnce(() => {
      throw new Error('killed');
    });
    await expect(index.reach([built], 3)).rejects.toThrow('killed');
    extend.mockRestore();
    expect(history.reached(thingsView).sequence).toBe(1);
    await index.reach([built], 3);
    await expectFolded({ log, index, registry }, built, 3);
  });

  it('is begun anew beside another log', async () => {
    await indexOf(await logOf(ThingMade({ thing: 'a', partnerId: 'ptr_a' }), ThingScrapped({ thing: 'a' }))).advance();
    const other = await logOf(ThingMade({ thing: 'b', partnerId: 'ptr_b' }));
    const index = indexOf(other);
    await index.reach([built], 0);
    await expectFolded({ log: other, index, registry }, built, 0);
  });

  it('forgets what an earlier release kept', async () => {
    const older = { ...thingsView, version: 99 };
    history.extend([{ view: older, from: START, touches: [], to: { ...START, sequence: 0 } }]);
    await indexOf(await logOf(ThingMade({ thing: 'a', partnerId: 'ptr_a' }))).advance();
    expect([history.reached(older), history.reached(thingsView).sequence]).toEqual([START, 0]);
  });

  it('reads on for all views that can, each from where it stands and past one that is stopped, to the end', async () => {
    const log = await logOf(
      ThingMade({ thing: 'a', partnerId: 'ptr_a' }),
      ThingGrew({ thing: 'a', cents: 13 }),
      ThingGrew({ thing: 'a', cents: 1 }),
    );
    const index = new HistoryIndex(registry.views, { log, catalogue: toyCatalogue, history });
    await index.reach(registry.views.slice(0, 1), 1);
    expect([await index.advance(), await index.advance()]).toEqual([true, false]);
    expect(registry.views.map(({ view }) => history.reached(view).sequence)).toEqual([2, 0]);
    await expectFolded({ index, log, registry }, registry.views[0]!, 2);
  });
});
