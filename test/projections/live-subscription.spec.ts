import type { Checkpoint } from '#platform/event-store/port/event-store';
import { ProjectionRunner } from '#platform/runtime/project/projection-runner';
import type { ProjectionSetup } from '#platform/runtime/project/projection-setup';
import { MemoryViewStore } from '#platform/view-store/memory/memory-view-store';
import { scopeOfAll } from '#platform/view-store/port/scope';
import { ManualTimers, settled } from '../support/manual-timers';
import { ThingGrew, ThingMade, things, thingsView, ToyLog, toyCatalogue } from '../support/toy-log';

const made = ThingMade({ thing: 'a', partnerId: 'ptr_a' });
const grew = ThingGrew({ thing: 'a', cents: 1 });
type Log = ProjectionSetup['log'];
const never = new Promise<never>(() => {
  // No answer, not even an end.
});

describe('a projection that stops receiving is noticed within 30 s and resumes with no gap (G14)', () => {
  const timers = new ManualTimers();
  const toy = new ToyLog();
  const log: Log = {
    head: () => toy.store.head(),
    readAll: (after, types) => toy.store.readAll(after, types),
    onAppended: (wake) => toy.store.onAppended(wake),
  };
  let views: MemoryViewStore;
  let runner: ProjectionRunner | undefined;
  beforeAll(() => toy.append(made));
  beforeEach(() => (views = new MemoryViewStore()));
  afterEach(() => runner?.stop());

  const start = (broken: Partial<Log>, more: Partial<ProjectionSetup> = {}) => {
    const setup = { log: { ...log, ...broken }, views, catalogue: toyCatalogue, timers, random: () => 1, ...more };
    runner = new ProjectionRunner({ view: thingsView, projection: things }, setup);
    runner.start();
    return runner;
  };
  const expectAllRead = async (last: number) => {
    expect(await views.get(scopeOfAll, thingsView, 'a')).toMatchObject({ grown: last, lastSequence: last });
  };

  it('when the log never calls', async () => {
    start({ onAppended: () => () => undefined });
    await settled();
    const last = await toy.append(grew);
    await settled();
    expect((await views.checkpoint(thingsView)).sequence).toBe(last - 1);
    await timers.pass(5_000);
    await expectAllRead(last);
  });

  it('when a read hangs in silence, before or after some events', async () => {
    for (const hangsAfter of [0, 1]) {
      views = new MemoryViewStore();
      let reads = 0;
      const stuck = start({
        readAll: (after, types) =>
          (reads += 1) === 1 ? hanging(log, after, hangsAfter, types) : log.readAll(after, types),
      });
      const last = await toy.append(grew);
      await timers.pass(19_000);
      expect(stuck.status().state).toBe('running');
      await timers.pass(2_000);
      expect(stuck.status().state).toBe('running');
      await expectAllRead(last);
      expect(reads).toBe(2);
      await stuck.stop();
    }
  });

  it('and is left behind when it is stopped in the meantime, after 10 s (G32)', async () => {
    let isStopped = false;
    const stuck = start({ readAll: (after, types) => hanging(log, after, 0, types) });
    await settled();
    const stopping = stuck.stop().then(() => (isStopped = true));
    await timers.pass(9_999);
    expect(isStopped).toBe(false);
    await timers.pass(1);
    expect(isStopped).toBe(true);
    await stopping;
    runner = undefined;
  });

  it('and says what is wrong until it has answered', async () => {
    const stuck = start({ head: () => never });
    await settled();
    await timers.pass(20_000);
    expect(stuck.status()).toMatchObject({ state: 'retrying', trouble: expect.stringContaining('no answer') });
    runner = undefined;
  });

  it('when a read fails, after a pause that grows', async () => {
    let heads = 0;
    let isDown = true;
    const failing = start({
      head: () => {
        heads += 1;
        return isDown ? Promise.reject(new Error('connection reset')) : log.head();
      },
    });
    await settled();
    expect(failing.status()).toMatchObject({ state: 'retrying', trouble: 'connection reset' });
    await timers.pass(100);
    expect(heads).toBe(2);
    await timers.pass(199);
    expect(heads).toBe(2);
    await timers.pass(1);
    expect(heads).toBe(3);
    isDown = false;
    await timers.pass(400);
    expect(failing.status()).toMatchObject({ state: 'running' });
    await expectAllRead((await log.head()).sequence);
  });

  it('when a read breaks off after some events', async () => {
    let reads = 0;
    start({
      readAll: (after, types) => ((reads += 1) === 1 ? breakingOff(log, after, types) : log.readAll(after, types)),
    });
    await settled();
    await timers.pass(100);
    await expectAllRead((await log.head()).sequence);
  });
});

/** A stream that delivers `count` events and then nothing, not even its end. */
async function* hanging(log: Log, after: Checkpoint, count: number, types?: readonly string[]) {
  let sent = 0;
  for await (const logged of log.readAll(after, types)) {
    if ((sent += 1) > count) await never;
    yield logged;
  }
}

async function* breakingOff(log: Log, after: Checkpoint, types?: readonly string[]) {
  for await (const logged of log.readAll(after, types)) {
    yield logged;
    throw new Error('connection reset');
  }
}
