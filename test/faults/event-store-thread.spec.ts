import { NO_STREAM } from '#platform/event-store/port/event-store';
import { openDatabase } from '#platform/event-store/sqlite/driver';
import { openSqliteEventStore } from '#platform/event-store/sqlite/sqlite-event-store';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writerThread } from '../support/from-source';
import { eventsOf } from '../support/stored-events';
import { temporaryFolder } from '../support/temporary-folder';

/** Opens nothing, and fails when it is told to close. */
const UNWILLING = `
  const { parentPort } = require('node:worker_threads');
  parentPort.on('message', () => { throw new Error('planted: no') });
  parentPort.postMessage({ kind: 'done' });
`;

/** Opens nothing, and dies when it is told to write. */
const DYING = `
  const { parentPort } = require('node:worker_threads');
  parentPort.on('message', () => process.exit(1));
  parentPort.postMessage({ kind: 'done' });
`;

describe('the thread that writes the log', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(() => (folder = temporaryFolder()));
  afterEach(() => folder.remove());
  const openedHere = () => openSqliteEventStore({ directory: folder.path });

  it('that has died takes the process with it: nobody knows what it wrote last', async () => {
    await (await openedHere()).close();
    const script = join(folder.path, 'dying.js');
    writeFileSync(script, DYING);
    const fatal: string[] = [];
    const onFatal = (why: string): void => void fatal.push(why);
    const store = await openSqliteEventStore({ directory: folder.path, thread: { script, execArgv: [] }, onFatal });
    const sent = (stream: string) => store.append(stream, NO_STREAM, eventsOf({ name: stream }));
    expect((await Promise.all([sent('a'), sent('b')])).map(({ kind }) => kind)).toEqual(['unknown', 'unknown']);
    expect((await sent('c')).kind).toBe('unknown');
    expect(fatal).toEqual(['the log has stopped: the writing thread has ended']);
    await store.close();
    // And the folder is free.
    await (await openedHere()).close();
  });

  it('that fails while it closes leaves the folder free all the same', async () => {
    await (await openedHere()).close();
    const script = join(folder.path, 'unwilling.js');
    writeFileSync(script, UNWILLING);
    const store = await openSqliteEventStore({ directory: folder.path, thread: { script, execArgv: [] } });
    await expect(store.close()).rejects.toThrow('planted: no');
    await (await openedHere()).close();
  });

  it('that cannot open the log says why, and lets go of the folder', async () => {
    await (await openedHere()).close();
    const log = openDatabase(join(folder.path, 'log.db'));
    log.exec('PRAGMA user_version = 99');
    const opened = openSqliteEventStore({ directory: folder.path, thread: writerThread });
    await expect(opened).rejects.toThrow('another release');
    log.exec('PRAGMA user_version = 1');
    log.close();
    await (await openedHere()).close();
  });

  it('answers what is waiting before it closes', async () => {
    const store = await openSqliteEventStore({ directory: folder.path, thread: writerThread });
    const answers = ['a', 'b'].map((stream) => store.append(stream, NO_STREAM, eventsOf({ name: stream })));
    await store.close();
    expect((await Promise.all(answers)).map(({ kind }) => kind)).toEqual(['ok', 'ok']);
    const again = await openedHere();
    expect((await again.head()).sequence).toBe(1);
    await again.close();
  });
});
