import type { EventOf } from '#kernel/decider/event';
import type { Reaction } from '#kernel/decider/reaction';
import { cents } from '#kernel/money/cents';
import { MemoryEventStore } from '#platform/event-store/memory/memory-event-store';
import { InlineJobs } from '#platform/jobs/inline/inline-jobs';
import { CommandRuntime } from '#platform/runtime/handle/command-runtime';
import { FactsBoard } from '#platform/runtime/handle/facts-board';
import { ReactionBoard } from '#platform/runtime/react/reaction-board';
import { MemoryViewStore } from '#platform/view-store/memory/memory-view-store';
import { FaultyEventStore } from '../../../../test/support/faulty-event-store';
import { FixedClock } from '../../../../test/support/fixed-clock';
import { purse, purseCatalogue, Spend, spend, Spent } from '../../../../test/support/purse';
import { collect, minute } from '../../../../test/support/stored-events';

/** Whoever spends 100 or more pays a tip of `tip` on top. */
const tips = (tip: number): Reaction => ({
  name: 'tip',
  types: [Spent],
  react(recorded) {
    const { data } = recorded as EventOf<typeof Spent>;
    return data.cents < 100 ? undefined : { name: 'Spend', command: Object.assign(new Spend(), { cents: cents(tip) }) };
  },
});

function bar(reaction: Reaction) {
  const store = new FaultyEventStore(new MemoryEventStore());
  const facts = new FactsBoard(store, purseCatalogue, []);
  const post = {
    store,
    catalogue: purseCatalogue,
    facts,
    clock: new FixedClock(minute(1)),
    patience: () => () => true,
  };
  const commands = new CommandRuntime([purse], post);
  const board = (views = new MemoryViewStore()) =>
    new ReactionBoard(
      [reaction],
      { store, catalogue: purseCatalogue, commands, views },
      new InlineJobs(() => undefined),
    );
  const log = async () =>
    (await collect(store.readStream('purse-1', 0))).map(({ data }) => (JSON.parse(data) as { cents: number }).cents);
  return { store, commands, board, log };
}

describe('a reaction', () => {
  it('issues its command once for each event, and names the event as its cause', async () => {
    const { store, commands, board, log } = bar(tips(10));
    await commands.handle('Spend', spend('a', 100));
    await commands.handle('Spend', spend('b', 200));
    await board().settle();
    expect(await log()).toEqual([100, 200, 10, 10]);
    const [cause, , effect] = await collect(store.readStream('purse-1', 0));
    expect(JSON.parse(effect?.metadata ?? '')).toMatchObject({
      actor: 'service:tip',
      causationId: cause?.id,
      correlationId: 'a',
      capsule: { facts: { at: cause?.recordedAt } },
    });
  });

  it('has no second effect when its checkpoint is lost and it reads everything again', async () => {
    const { commands, board, log } = bar(tips(10));
    await commands.handle('Spend', spend('a', 100));
    await board().settle();
    await board(new MemoryViewStore()).settle();
    expect(await log()).toEqual([100, 10]);
  });

  it('writes its place down when it has asked for something; past events that do not concern it, it only moves', async () => {
    const { commands, board } = bar(tips(10));
    const views = new MemoryViewStore();
    const move = jest.spyOn(views, 'move');
    const reactions = board(views);
    await commands.handle('Spend', spend('a', 1));
    await reactions.settle();
    await commands.handle('Spend', spend('b', 100));
    await reactions.settle();
    expect(reactions.statuses['tip']).toEqual({ state: 'running', sequence: 2 });
    // The first event was small, the second asked for a tip, and the tip is small again.
    expect(move.mock.calls.map(([, from, to]) => [from.sequence, to.sequence])).toEqual([
      [-1, 0],
      [1, 2],
    ]);
  });

  it('tries again, from the same event, when the outcome of its command is unknown', async () => {
    const { store, commands, board, log } = bar(tips(10));
    await commands.handle('Spend', spend('a', 100));
    const reactions = board();
    store.next({ kind: 'lost' });
    await reactions.settle();
    expect(await log()).toEqual([100]);
    expect(reactions.statuses['tip']).toEqual({ state: 'retrying', sequence: -1, why: 'not possible yet' });
    await reactions.settle();
    expect(await log()).toEqual([100, 10]);
  });

  it('stops where a person can see it when its command is refused, and passes nothing over', async () => {
    const { commands, board, log } = bar(tips(5_000));
    await commands.handle('Spend', spend('a', 100));
    const reactions = board();
    await reactions.settle();
    await commands.handle('Spend', spend('b', 100));
    await reactions.settle();
    expect(reactions.statuses['tip']).toMatchObject({
      state: 'stopped',
      why: expect.stringContaining('refused') as string,
    });
    expect(await log()).toEqual([100, undefined, 100]);
  });
});
