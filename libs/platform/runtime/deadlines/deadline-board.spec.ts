import type { Deadline } from '#kernel/decider/deadline';
import type { EventOf } from '#kernel/decider/event';
import { cents } from '#kernel/money/cents';
import { MemoryEventStore } from '#platform/event-store/memory/memory-event-store';
import { InlineJobs } from '#platform/jobs/inline/inline-jobs';
import { DeadlineBoard } from '#platform/runtime/deadlines/deadline-board';
import { CommandRuntime } from '#platform/runtime/handle/command-runtime';
import { FactsBoard } from '#platform/runtime/handle/facts-board';
import { FaultyEventStore } from '../../../../test/support/faulty-event-store';
import { FixedClock } from '../../../../test/support/fixed-clock';
import { purse, purseCatalogue, Spend, spend, Spent } from '../../../../test/support/purse';
import { collect, minute } from '../../../../test/support/stored-events';

/** Ten minutes after 100 or more is spent, `tip` falls due; spending less in the meantime settles it. */
const tips = (tip: number): Deadline => ({
  name: 'tip',
  types: [Spent],
  moves(recorded) {
    const { data, recordedAt } = recorded as EventOf<typeof Spent>;
    const minutes = (Date.parse(recordedAt) - Date.parse(minute(0))) / 60_000;
    return [{ entity: 'purse', dueAt: data.cents < 100 ? null : minute(minutes + 10) }];
  },
  command: () => ({ name: 'Spend', command: Object.assign(new Spend(), { cents: cents(tip) }) }),
});

function bar(deadline: Deadline) {
  const store = new FaultyEventStore(new MemoryEventStore());
  const clock = new FixedClock(minute(0));
  const post = { store, catalogue: purseCatalogue, facts: new FactsBoard(store, purseCatalogue, []), clock };
  const commands = new CommandRuntime([purse], { ...post, patience: () => () => true });
  /** A process of its own on the one log. */
  const start = (): DeadlineBoard =>
    new DeadlineBoard(
      [deadline],
      { store, catalogue: purseCatalogue, commands, clock },
      new InlineJobs(() => undefined),
    );
  const log = async () =>
    (await collect(store.readStream('purse-1', 0))).map(({ data }) => (JSON.parse(data) as { cents: number }).cents);
  return { store, clock, commands, start, log };
}

describe('a deadline', () => {
  it('issues its command once its moment has passed, names the event that set it, and acts at the time of the clock', async () => {
    const { store, clock, commands, start, log } = bar(tips(10));
    await commands.handle('Spend', spend('a', 100));
    const board = start();
    for (const early of [0, 9, 10]) {
      clock.at = minute(early);
      await board.settle();
      expect(await log()).toEqual([100]);
    }
    clock.at = minute(11);
    await board.settle();
    expect(await log()).toEqual([100, 10]);
    const [cause, effect] = await collect(store.readStream('purse-1', 0));
    expect(JSON.parse(effect?.metadata ?? '')).toMatchObject({
      actor: 'service:tip',
      role: 'service',
      causationId: cause?.id,
      correlationId: 'a',
      capsule: { facts: { at: minute(11) } },
    });
  });

  it('is lifted by an event that says so', async () => {
    const { clock, commands, start, log } = bar(tips(10));
    await commands.handle('Spend', spend('a', 100));
    await commands.handle('Spend', spend('b', 5));
    clock.at = minute(60);
    await start().settle();
    expect(await log()).toEqual([100, 5]);
  });

  it('has one effect, however often and by however many it is looked at, and when the clock jumps back', async () => {
    const { clock, commands, start, log } = bar(tips(10));
    await commands.handle('Spend', spend('a', 100));
    const [one, two] = [start(), start()];
    clock.at = minute(200_000);
    await Promise.all([one.settle(), two.settle(), one.settle()]);
    clock.at = minute(5);
    await Promise.all([one.settle(), two.settle()]);
    clock.at = minute(200_000);
    await start().settle();
    expect(await log()).toEqual([100, 10]);
  });

  it('is set again by a later event, whose command is another', async () => {
    const { clock, commands, start, log } = bar(tips(10));
    const board = start();
    for (const [key, at] of [['a', 0] as const, ['b', 100] as const]) {
      clock.at = minute(at);
      await commands.handle('Spend', spend(key, 100));
      clock.at = minute(at + 50);
      await board.settle();
    }
    expect(await log()).toEqual([100, 10, 100, 10]);
  });

  it('tries again when the outcome of its command is unknown', async () => {
    const { store, clock, commands, start, log } = bar(tips(10));
    await commands.handle('Spend', spend('a', 100));
    clock.at = minute(60);
    const board = start();
    store.next({ kind: 'lost' });
    await board.settle();
    expect(await log()).toEqual([100]);
    await board.settle();
    expect(await log()).toEqual([100, 10]);
  });

  it('is stuck, where a person can see it, when its command stays impossible; the next look asks again', async () => {
    const { clock, commands, start, log } = bar(tips(0));
    await commands.handle('Spend', spend('a', 100));
    clock.at = minute(60);
    const board = start();
    await board.settle();
    expect(board.statuses).toEqual({ tip: { state: 'watching' } });
    await board.settle();
    expect(board.statuses).toEqual({ tip: { state: 'stuck', why: 'purse: NOTHING_TO_SPEND: Zero is nothing.' } });
    await commands.handle('Spend', spend('b', 5));
    await board.settle();
    expect([board.statuses, await log()]).toEqual([{ tip: { state: 'watching' } }, [100, 5]]);
  });
});
