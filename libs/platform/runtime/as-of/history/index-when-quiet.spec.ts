import { START } from '#platform/event-store/port/event-store';
import { IndexWhenQuiet } from '#platform/runtime/as-of/history/index-when-quiet';
import { ManualTimers } from '../../../../../test/support/manual-timers';

describe('the history index in the background', () => {
  const timers = new ManualTimers();
  let head: number;
  /** What `advance` says, one after another, and then that nothing is left. */
  let advances: (() => boolean)[];
  let advanced: number;
  let background: IndexWhenQuiet;
  beforeEach(() => {
    [head, advances, advanced] = [100, [], 0];
    const log = { head: async () => ({ ...START, sequence: head }) };
    const index = { advance: async () => (advanced += 1, advances.shift()?.() ?? false) }; // prettier-ignore
    background = new IndexWhenQuiet(log, index, timers);
    background.start();
  });
  afterEach(() => background.stop());

  it('stands while events come, and reads to the end of the log once hardly any do', async () => {
    await timers.pass(1_000);
    head += 500;
    await timers.pass(1_000);
    expect(advanced).toBe(0);
    advances = [() => true, () => true];
    head += 10;
    await timers.pass(1_000);
    expect(advanced).toBe(3);
  });

  it('stops between two slices when somebody begins to write', async () => {
    await timers.pass(1_000);
    advances = [() => ((head += 11), true), () => true];
    await timers.pass(1_000);
    expect(advanced).toBe(1);
    await timers.pass(2_000);
    expect(advanced).toBe(3);
  });

  it('tries again at the next look when it could not', async () => {
    await timers.pass(1_000);
    advances = [() => { throw new Error('disk full'); }]; // prettier-ignore
    await timers.pass(1_000);
    await timers.pass(1_000);
    expect(advanced).toBe(2);
  });

  it('ends when it is stopped, also between two slices', async () => {
    await timers.pass(1_000);
    advances = [() => (background.stop(), true), () => true];
    await timers.pass(9_000);
    expect(advanced).toBe(1);
  });
});
