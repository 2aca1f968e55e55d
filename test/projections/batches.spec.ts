import type { NewEvent } from '#kernel/decider/event';
import type { LoggedEvent } from '#platform/event-store/port/event-store';
import { START } from '#platform/event-store/port/event-store';
import { foldView } from '#platform/runtime/as-of/fold-view';
import { Batch } from '#platform/runtime/project/fold-batch';
import { KeptDocuments } from '#platform/runtime/project/kept-documents';
import { ProjectionRunner } from '#platform/runtime/project/projection-runner';
import { MemoryViewStore } from '#platform/view-store/memory/memory-view-store';
import type { AnyView } from '#platform/view-store/port/view';
import { scopeOfAll } from '#platform/view-store/port/scope';
import { SqliteViewStore } from '#platform/view-store/sqlite/sqlite-view-store';
import fc from 'fast-check';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toyHistory } from '../support/toy-history';
import type { Thing } from '../support/toy-log';
import { ThingGrew, ThingMade, things, thingsView, ThingScrapped, ToyLog, toyCatalogue } from '../support/toy-log';

const made = (thing: string) => ThingMade({ thing, partnerId: 'ptr_a' });
const grew = (thing: string) => ThingGrew({ thing, cents: 1 });
const TYPES = things.types.map(({ type }) => type);
const anyView: AnyView = thingsView;
const how = { projection: things, catalogue: toyCatalogue };

describe('a batch is folded a few events at a time, on documents that stay at hand', () => {
  const logged = async (events: readonly NewEvent[]): Promise<{ log: ToyLog; events: LoggedEvent[] }> => {
    const log = new ToyLog();
    for (const event of events) await log.append(event);
    const read: LoggedEvent[] = [];
    for await (const one of log.store.readAll(START, TYPES)) read.push(one);
    return { log, events: read };
  };
  const loading = (views: MemoryViewStore, loads: string[] = []) => {
    return (keys: readonly string[]) => (loads.push(...keys), views.load<Thing>(thingsView, keys));
  };

  it('and comes to the same as a fold of the whole log, whatever is taken at once, written at once and kept', async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 6 });
    const room = fc.integer({ min: 0, max: 3 });
    await fc.assert(
      fc.asyncProperty(toyHistory, sizes, sizes, room, async (history, taken, written, kept) => {
        const { log, events } = await logged(history);
        const views = new MemoryViewStore();
        const documents = new KeptDocuments(loading(views), kept);
        for (let [at, turn, from] = [0, 0, START]; at < events.length; turn += 1) {
          const batch = new Batch(from, how, documents);
          for (let slices = written[turn % written.length] ?? 1; slices > 0 && at < events.length; slices -= 1) {
            const size = taken[slices % taken.length] ?? 1;
            await batch.take(events.slice(at, at + size));
            at += size;
          }
          const changes = batch.changes();
          expect(await views.apply(anyView, from, changes, batch.to)).toBe(true);
          documents.written(changes);
          from = batch.to;
        }
        const { documents: whole } = await foldView([things], history.length - 1, log.store, toyCatalogue);
        const { rows } = await views.find(scopeOfAll, thingsView, { where: [] });
        expect(new Map(rows.map(({ key, document }) => [key, document]))).toEqual(whole[0]);
      }),
      { numRuns: 200 },
    );
  });

  it('loads a document once while it is kept, and again when there was no room', async () => {
    const { events } = await logged([made('a'), grew('a'), grew('a'), made('b'), grew('a')]);
    const [views, loads] = [new MemoryViewStore(), [] as string[]];
    const documents = new KeptDocuments(loading(views, loads), 1);
    for (const [i, event] of events.entries()) {
      const batch = new Batch(events[i - 1]?.checkpoint ?? START, how, documents);
      await batch.take([event]);
      await views.apply(anyView, batch.from, batch.changes(), batch.to);
      documents.written(batch.changes());
    }
    expect(loads).toEqual(['a', 'b', 'a']);
    expect(await views.get(scopeOfAll, thingsView, 'a')).toMatchObject({ grown: 3 });
  });

  it('does not load again what the batch in hand has deleted', async () => {
    const { events } = await logged([made('a'), ThingScrapped({ thing: 'a' }), grew('a')]);
    const views = new MemoryViewStore();
    const documents = new KeptDocuments(loading(views));
    const [first, ...rest] = events;
    const stored = new Batch(START, how, documents);
    await stored.take([first!]);
    await views.apply(anyView, START, stored.changes(), stored.to);
    documents.written(stored.changes());
    const batch = new Batch(stored.to, how, documents);
    for (const event of rest) await batch.take([event]);
    expect(batch.changes()).toEqual(new Map([['a', null]]));
  });

  it('folds anew from what is stored when writing has failed', async () => {
    const log = new ToyLog();
    const views = new MemoryViewStore();
    const apply = views.apply.bind(views);
    let failures = 0;
    views.apply = async (...step) => {
      if ((failures -= 1) >= 0) throw new Error('the store is away');
      return apply(...step);
    };
    const built = { view: thingsView, projection: things };
    const runner = new ProjectionRunner(built, { log: log.store, views, catalogue: toyCatalogue, random: () => 0 });
    runner.start();
    expect(await runner.caughtUp(await log.append(made('a')), 2_000)).toBe(true);
    failures = 1;
    expect(await runner.caughtUp(await log.append(grew('a')), 2_000)).toBe(true);
    expect(await views.get(scopeOfAll, thingsView, 'a')).toMatchObject({ grown: 1 });
    await runner.stop();
  });

  it('takes no event for poison because its documents were lost: they are folded again (G11)', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'batches-'));
    const path = join(folder, 'views.db');
    const log = new ToyLog();
    const built = { view: thingsView, projection: { ...things, fold: strict } };
    const names = Array.from({ length: 600 }, (_, i) => `thing-${i}`);
    await log.append(...names.map(made));
    const runOn = async (last: number) => {
      const views = new SqliteViewStore(path);
      const runner = new ProjectionRunner(built, { log: log.store, views, catalogue: toyCatalogue });
      runner.start();
      const reached = await runner.caughtUp(last, 2_000);
      const document = await views.get(scopeOfAll, thingsView, 'thing-7');
      await runner.stop();
      await views.close();
      return { reached, document };
    };
    await runOn(599);
    damage(path);
    const last = await log.append(grew('thing-7'));
    expect(await runOn(last)).toMatchObject({ reached: true, document: { grown: 1, lastSequence: last } });
    rmSync(folder, { recursive: true });
  });
});

/** The fold of a view that knows that every thing was made before it grows, as those of the business do. */
const strict: typeof things.fold = (thing, event, key) => {
  if (thing === undefined && event.type !== 'ThingMade') throw new Error('the document of a thing is missing');
  return things.fold(thing, event, key);
};

/** Overwrites everything after the first pages, which hold the header, the schema and the checkpoints. */
function damage(path: string): void {
  const file = openSync(path, 'r+');
  const junk = Buffer.alloc(statSync(path).size - 16_384, 0xa5);
  writeSync(file, junk, 0, junk.length, 16_384);
  closeSync(file);
}
