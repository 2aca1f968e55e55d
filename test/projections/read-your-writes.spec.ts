import { ProjectionRunner } from '#platform/runtime/project/projection-runner';
import { MemoryViewStore } from '#platform/view-store/memory/memory-view-store';
import { ManualTimers, settled } from '../support/manual-timers';
import { ThingMade, things, thingsView, ToyLog, toyCatalogue, Weather } from '../support/toy-log';

const made = ThingMade({ thing: 'a', partnerId: 'ptr_a' });

/** A runner whose batches wait for `let`. */
function heldRunner(log: ToyLog, views = new MemoryViewStore()) {
  let release: () => void = () => undefined;
  const timers = new ManualTimers();
  const delay = () =>
    new Promise<void>((resolve) => {
      release = resolve;
    });
  const runner = new ProjectionRunner(
    { view: thingsView, projection: things },
    { log: log.store, views, catalogue: toyCatalogue, timers, delay },
  );
  return { runner, views, timers, letBatch: async () => (release(), settled()) };
}

/** Reads a promise without waiting for it. */
async function now<T>(promise: Promise<T>): Promise<T | 'waiting'> {
  await settled();
  return Promise.race([promise, Promise.resolve('waiting' as const)]);
}

describe('a read that asks for a sequence waits for exactly that (G10)', () => {
  it('wakes when the checkpoint reaches the sequence, and not before', async () => {
    const log = new ToyLog();
    const { runner, letBatch } = heldRunner(log);
    runner.start();
    await log.append(made);
    const first = runner.caughtUp(0, 500);
    const second = runner.caughtUp(1, 500);
    expect(await now(first)).toBe('waiting');
    await letBatch();
    expect(await now(first)).toBe(true);
    expect(await now(second)).toBe('waiting');
    await log.append(made);
    await settled();
    await letBatch();
    expect(await now(second)).toBe(true);
    expect(await runner.caughtUp(1, 0)).toBe(true);
    await runner.stop();
  });

  it('reaches a sequence whose events the view does not read', async () => {
    const log = new ToyLog();
    const { runner, views, letBatch } = heldRunner(log);
    runner.start();
    const last = await log.append(Weather({ sky: 'grey' }), made, Weather({ sky: 'blue' }), Weather({ sky: 'blue' }));
    await settled();
    await letBatch();
    expect(await runner.caughtUp(last, 0)).toBe(true);
    expect((await views.checkpoint(thingsView)).sequence).toBe(3);
    await runner.stop();
  });

  it('says no after the timeout, so that nothing older is answered in silence', async () => {
    const log = new ToyLog();
    const { runner, timers } = heldRunner(log);
    runner.start();
    const waiting = runner.caughtUp(0, 500);
    await timers.pass(499);
    expect(await now(waiting)).toBe('waiting');
    await timers.pass(1);
    expect(await now(waiting)).toBe(false);
    await runner.stop();
  });

  it('says no to all who wait when it is shut down', async () => {
    const { runner } = heldRunner(new ToyLog());
    runner.start();
    const waiting = runner.caughtUp(0, 500);
    await runner.stop();
    expect(await now(waiting)).toBe(false);
  });
});
