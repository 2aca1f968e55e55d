import { WriterLockHeld } from '#platform/event-store/sqlite/writer-lock';
import { openSqliteEventStore } from '#platform/event-store/sqlite/sqlite-event-store';
import { START } from '#platform/event-store/port/event-store';
import { statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { writerThread } from './from-source';
import { eventsOf } from './stored-events';

/**
 * A process that writes to a log and says so, to be killed by specs: `store-writer.ts FOLDER ROUNDS`.
 * A round sends three appends of one, two and three events to three streams at once. It prints `open`, then for every
 * round `ack EVENTS WAL-BYTES` once all three are answered, `full` for a round that found no room (and tries it again),
 * `locked PID` where it may not write, and `done`; then it waits.
 */
async function main(directory: string, rounds: number): Promise<void> {
  const store = await openSqliteEventStore({ directory, thread: writerThread });
  say('open');
  let events = (await store.head()).sequence + 1;
  const revisions = new Map<string, number>();
  for await (const { event } of store.readAll(START)) revisions.set(event.stream, event.revision);
  for (let done = 0; done < rounds;) {
    const answers = [1, 2, 3].map(async (count) => {
      const stream = `stream ${count}`;
      const expected = revisions.get(stream) ?? -1;
      const data = Array.from({ length: count }, (_, n) => ({ n, text: 'x'.repeat(700 * count) }));
      const answer = await store.append(stream, expected, eventsOf({ name: `${stream} after ${expected}`, data }));
      if (answer.kind === 'ok') revisions.set(stream, answer.lastRevision);
      return answer.kind;
    });
    const kinds = new Set(await Promise.all(answers));
    if (kinds.has('full')) say('full');
    else if (kinds.has('ok')) {
      events += 6;
      done += 1;
      say(`ack ${events} ${statSync(join(directory, 'log.db-wal')).size}`);
    } else throw new Error([...kinds].join());
  }
  say('done');
  setInterval(() => undefined, 1_000);
}

/** Synchronous, so that what the parent has read was true when the process died. */
const say = (line: string): void => void writeSync(1, `${line}\n`);

main(process.argv[2]!, Number(process.argv[3])).catch((error: unknown) => {
  if (error instanceof WriterLockHeld) say(`locked ${error.pid} ${error.message}`);
  else throw error;
});
