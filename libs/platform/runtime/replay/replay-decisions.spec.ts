import { MemoryEventStore } from '#platform/event-store/memory/memory-event-store';
import type { StoredEvent } from '#platform/event-store/port/stored-event';
import { CommandRuntime } from '#platform/runtime/handle/command-runtime';
import { FactsBoard } from '#platform/runtime/handle/facts-board';
import type { ReplayVerdict } from '#platform/runtime/replay/replay-decisions';
import { firstDifference, replayDecisions } from '#platform/runtime/replay/replay-decisions';
import { FixedClock } from '../../../../test/support/fixed-clock';
import { purse, purseCatalogue, spend } from '../../../../test/support/purse';
import { collect, minute } from '../../../../test/support/stored-events';

/** A log in which 400 were spent, 700 refused and 600 spent. */
async function history(): Promise<MemoryEventStore> {
  const store = new MemoryEventStore();
  const facts = new FactsBoard(store, purseCatalogue, []);
  const post = {
    store,
    catalogue: purseCatalogue,
    facts,
    clock: new FixedClock(minute(1)),
    patience: () => () => false,
  };
  const runtime = new CommandRuntime([purse], post);
  for (const [i, asked] of [400, 700, 600].entries()) await runtime.handle('Spend', spend(`k${i}`, asked));
  return store;
}

/** The same log as somebody left it who changed what `edit` changes. */
async function edited(edit: (event: StoredEvent) => StoredEvent): Promise<MemoryEventStore> {
  const events = (await collect((await history()).readStream('purse-1', 0))).map(edit);
  const store = new MemoryEventStore();
  await store.append('purse-1', -1, events);
  return store;
}

const replay = (store: MemoryEventStore): Promise<ReplayVerdict[]> =>
  collect(replayDecisions(store, [purse], purseCatalogue, []));

describe('deciding the log again', () => {
  it('matches every decision, refusals too', async () => {
    const verdicts = await replay(await history());
    expect(verdicts.map(({ verdict, sequence, name }) => `${sequence} ${name} ${verdict}`)).toEqual([
      '0 Spend MATCH',
      '1 Spend MATCH',
      '2 Spend MATCH',
    ]);
  });

  it('names the place and both sides of a figure that was changed', async () => {
    const drifted = await edited((event) => ({
      ...event,
      data: event.data.replace('"detail":"Too little', '"detail":"Much too little'),
    }));
    expect((await replay(drifted))[1]).toMatchObject({
      verdict: 'DIFFERS',
      sequence: 1,
      at: '/0/data/detail',
      recorded: '"Much too little is left."',
      fresh: '"Too little is left."',
    });
  });

  it('stops at an event that its history forbids', async () => {
    const store = await edited((event) => ({
      ...event,
      data: event.data.replace('"leftCents":600,', '"leftCents":601,').replace('"cents":400', '"cents":401'),
    }));
    await expect(replay(store)).rejects.toThrow('a purse is never overdrawn');
  });
});

describe('the first difference of two values', () => {
  it.each([
    [{ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 }, undefined],
    [{ a: 1 }, { a: 2 }, { at: '/a', recorded: '1', fresh: '2' }],
    [{ a: 1 }, {}, { at: '/a', recorded: '1', fresh: '(absent)' }],
    [[1, 2], [1], { at: '/1', recorded: '2', fresh: '(absent)' }],
    [{ a: [] }, { a: {} }, { at: '/a', recorded: '[]', fresh: '{}' }],
  ])('%j against %j', (one, other, expected) => {
    expect(firstDifference(one, other)).toEqual(expected);
  });
});
