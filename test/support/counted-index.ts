import { sha256 } from '#kernel/codec/digest';
import { openEventStoreDb } from '#platform/event-store/eventstoredb/eventstoredb-event-store';
import type { LogIndex } from '#platform/event-store/log-index/log-index';
import { SqliteLogIndex } from '#platform/event-store/log-index/sqlite-log-index';
import type { AllStreamResolvedEvent } from '@eventstore/db-client';
import { EventStoreDBClient, START } from '@eventstore/db-client';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const logs = new Map<string, Promise<string>>();

/**
 * The count of a server's log, kept for every process and every run that comes after: a server of specs is never emptied,
 * and counted from its first event by each spec file it takes longer from file to file, until a hook's time is over.
 */
export async function countedIndex(url: string): Promise<LogIndex> {
  const log = logs.get(url) ?? firstEventOf(url);
  logs.set(url, log);
  return SqliteLogIndex.open(join(tmpdir(), `rpn-log-index-${sha256(`${url} ${await log}`).slice(0, 16)}.db`));
}

/** Brings that count to the log's end, so that no hook of a spec has to wait for it. */
export async function countUp(url: string): Promise<void> {
  const store = await openEventStoreDb({ url, index: await countedIndex(url) });
  await store.close();
}

/** Two logs of one address, one after the other, differ in it: the server names its own first event at random. */
async function firstEventOf(url: string): Promise<string> {
  const client = EventStoreDBClient.connectionString(url);
  const first: AllStreamResolvedEvent[] = [];
  for await (const event of client.readAll({ fromPosition: START, maxCount: 1 })) first.push(event);
  await client.dispose();
  return first[0]?.event?.id ?? 'empty';
}
