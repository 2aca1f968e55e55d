import type { NewEvent } from '#kernel/decider/event';
import { START } from '#platform/event-store/port/event-store';
import type { Checkpoint } from '#platform/event-store/port/event-store';
import { foldView } from '#platform/runtime/as-of/fold-view';
import { ProjectionRunner } from '#platform/runtime/project/projection-runner';
import { MemoryViewStore } from '#platform/view-store/memory/memory-view-store';
import type { AnyView } from '#platform/view-store/port/view';
import type { ViewStore } from '#platform/view-store/port/view-store';
import { SqliteViewStore } from '#platform/view-store/sqlite/sqlite-view-store';
import fc from 'fast-check';
import { toyHistory } from '../support/toy-history';
import type { Thing } from '../support/toy-log';
import { things, thingsView, ToyLog, toyCatalogue } from '../support/toy-log';

/** What the view must be after each prefix of the log: a fold of its own, with no runner, no store and no batch. */
async function expectedDigests(log: ToyLog, length: number): Promise<Map<number, string>> {
  const digests = new Map<number, string>();
  for (let n = -1; n < length; n += 1) {
    const { documents } = await foldView([things], n, log.store, toyCatalogue);
    const store = new MemoryViewStore();
    await store.apply(thingsView, START, documents[0] as Map<string, Thing>, { ...START, sequence: n });
    digests.set(n, (await store.digest(thingsView)).digest);
  }
  return digests;
}

/** Notes the digest right after every batch, as a process that is killed there would leave it. */
function digestingEveryBatch(views: ViewStore, seen: Map<number, string>): ViewStore {
  const apply = views.apply.bind(views);
  views.apply = async (
    view: AnyView,
    from: Checkpoint,
    changes: ReadonlyMap<string, object | null>,
    to: Checkpoint,
  ) => {
    const applied = await apply(view, from, changes, to);
    seen.set(to.sequence, (await views.digest(view)).digest);
    return applied;
  };
  const move = views.move.bind(views);
  views.move = async (view: AnyView, from: Checkpoint, to: Checkpoint) => {
    const moved = await move(view, from, to);
    seen.set(to.sequence, (await views.digest(view)).digest);
    return moved;
  };
  return views;
}

async function appendAll(log: ToyLog, events: readonly NewEvent[]): Promise<number> {
  let last = -1;
  for (const event of events) last = await log.append(event);
  return last;
}

describe.each<[string, () => ViewStore]>([
  ['memory', () => new MemoryViewStore()],
  ['sqlite', () => new SqliteViewStore(':memory:')],
])('every read model equals the fold of the log up to its stated position (G11), in %s', (_, open) => {
  it('at every batch border, whatever the borders and wherever the runner is stopped and started', async () => {
    const borders = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(toyHistory, toyHistory, borders, async (before, after, batches) => {
        const log = new ToyLog();
        const seen = new Map<number, string>();
        const views = digestingEveryBatch(open(), seen);
        await appendAll(log, before);
        // Each runner takes over where the one before was killed; the last one is live while events come in.
        for (const batchEvents of batches) {
          const runner = new ProjectionRunner(
            { view: thingsView, projection: things },
            { ...setup(log, views), batchEvents },
          );
          runner.start();
          const { sequence } = await views.checkpoint(thingsView);
          await runner.caughtUp(Math.min(sequence + 1, before.length - 1), 1_000);
          await runner.stop();
        }
        const live = new ProjectionRunner(
          { view: thingsView, projection: things },
          { ...setup(log, views), batchEvents: 3 },
        );
        live.start();
        const last = await appendAll(log, after);
        expect(await live.caughtUp(last, 1_000)).toBe(true);
        await live.stop();

        const expected = await expectedDigests(log, before.length + after.length);
        for (const [sequence, digest] of seen) expect([sequence, digest]).toEqual([sequence, expected.get(sequence)]);
        expect(seen.has(last)).toBe(true);
        await views.close();
      }),
      { numRuns: 60 },
    );
  });

  it('at every prefix, one event a batch', async () => {
    await fc.assert(
      fc.asyncProperty(toyHistory, async (events) => {
        const log = new ToyLog();
        const last = await appendAll(log, events);
        const seen = new Map<number, string>();
        const views = digestingEveryBatch(open(), seen);
        const runner = new ProjectionRunner(
          { view: thingsView, projection: things },
          { ...setup(log, views), batchEvents: 1 },
        );
        runner.start();
        expect(await runner.caughtUp(last, 1_000)).toBe(true);
        await runner.stop();
        const expected = await expectedDigests(log, events.length);
        for (const [sequence, digest] of seen) expect([sequence, digest]).toEqual([sequence, expected.get(sequence)]);
        await views.close();
      }),
      { numRuns: 60 },
    );
  });
});

const setup = (log: ToyLog, views: ViewStore) => ({ log: log.store, views, catalogue: toyCatalogue });
