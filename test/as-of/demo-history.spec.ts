import { plainDate } from '#kernel/time/plain-date';
import { MemoryEventStore } from '#platform/event-store/memory/memory-event-store';
import { registry } from '#platform/profiles/registry';
import { HistoryIndex } from '#platform/runtime/as-of/history/history-index';
import type { LogAtHand } from '#platform/runtime/as-of/history/history-sources';
import { SqliteViewHistory } from '#platform/view-store/sqlite/sqlite-view-history';
import fc from 'fast-check';
import { anyAsk } from '../support/any-asks';
import { tellStory } from '../support/demo-story';
import { expectFolded } from '../support/held-against-a-fold';
import { atHand } from '../support/indexed-folder';

jest.setTimeout(180_000);

/** Moments of each view at which it is asked, the last one included. */
const MOMENTS = 4;

describe('the history index of the demo network', () => {
  const history = new SqliteViewHistory(':memory:');
  let log: LogAtHand;
  let index: HistoryIndex;
  let head: number;
  beforeAll(async () => {
    const store = new MemoryEventStore();
    await tellStory(store, { demo: 'full', now: plainDate('2026-11-25') });
    log = atHand(store);
    head = (await log.head()).sequence;
    index = new HistoryIndex(registry.views, { log, history, catalogue: registry.catalogue });
    await index.reach(registry.views, head);
  });
  afterAll(() => history.close());

  it.each(registry.views.map((built) => [built.view.name, built] as const))(
    'has %s at any moment as folding it gives',
    async (_, built) => {
      const asks = fc.array(anyAsk({ max: 40 }), { minLength: 5, maxLength: 5 });
      await fc.assert(
        fc.asyncProperty(fc.nat(head), asks, (until, asked) =>
          expectFolded({ index, log, registry }, built, until, asked),
        ),
        { numRuns: MOMENTS, seed: 20_261_125, examples: [[head, fc.sample(asks, { numRuns: 1, seed: 1 })[0]!]] },
      );
    },
  );
});
