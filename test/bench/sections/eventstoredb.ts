import type { LogIndex } from '#platform/event-store/log-index/log-index';
import { MemoryLogIndex } from '#platform/event-store/log-index/memory-log-index';
import type { EventStoreDbEventStore } from '#platform/event-store/eventstoredb/eventstoredb-event-store';
import { openEventStoreDb } from '#platform/event-store/eventstoredb/eventstoredb-event-store';
import { toWire } from '#platform/event-store/eventstoredb/wire-event';
import { START } from '#platform/event-store/port/event-store';
import type { EventToAppend } from '#platform/event-store/port/stored-event';
import { EventStoreDBClient, NO_STREAM, START as LOG_START } from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { FreshLog } from '../../support/fresh-log';
import { eventsOf } from '../../support/stored-events';
import { summary } from '../load/latencies';
import { median, rateInFlight } from '../measure/rounds';
import type { Figure } from '../report/figure';
import type { Section } from './section';
import { Lab } from '../server/lab';
import { IN_FLIGHT } from '../setting';

const AN_APPEND = 400;
// More than the adapter keeps in memory, so that a rebuild reads from the server.
const TO_REBUILD = 40_000;

/** The log of TEST_EVENTSTORE_URL against what its client does on its own, in the same minutes; absent where it is unset. */
export const eventStoreDb: Section = {
  name: 'eventstoredb',
  async run({ ms, rounds, say }) {
    const url = process.env['TEST_EVENTSTORE_URL'] ?? '';
    if (url === '') {
      say('  skipped: TEST_EVENTSTORE_URL is not set');
      return [];
    }
    const [bareAppends, claims, bareReads, rebuilds]: number[][] = [[], [], [], []];
    const lags: number[] = [];
    const bare = new BareClient(url);
    // One for all rounds: what a store counts when it is opened is not measured.
    const index = new MemoryLogIndex();
    await bare.fill(TO_REBUILD);
    for (let round = 0; round < rounds; round += 1) {
      bareAppends!.push(await bare.appendRate(ms));
      claims!.push(await claimRate(url, index, ms));
      bareReads!.push(await bare.readRate());
      const store = await openEventStoreDb({ url, index });
      rebuilds!.push(await rebuildRate(store));
      lags.push(...(await tailLags(store, bare, ms)));
      await store.close();
    }
    await bare.close();
    return figures(median(bareAppends!), median(claims!), median(bareReads!), median(rebuilds!), lags);
  },
};

function figures(append: number, claims: number, read: number, rebuild: number, lags: number[]): Figure[] {
  const lag = summary(lags, 1);
  const bare = {
    append: { name: 'the bare client’s appends', value: append },
    read: { name: 'its reads', value: read },
  };
  return [
    { name: `EventStoreDB: bare client, appends of one event, ${IN_FLIGHT} in flight`, value: append, unit: '/s' },
    {
      name: `EventStoreDB: claims, ${IN_FLIGHT} in flight, one ledger`,
      value: claims,
      unit: '/s',
      against: bare.append,
    },
    { name: 'EventStoreDB: bare client, reading the whole log', value: read, unit: 'events/s' },
    {
      name: 'EventStoreDB: the same as canonical events, as a rebuild reads',
      value: rebuild,
      unit: 'events/s',
      against: bare.read,
    },
    { name: 'EventStoreDB: from an append’s answer to a reader of the tail, p50', value: lag.p50, unit: 'ms' },
    { name: 'EventStoreDB: the same, p99', value: lag.p99, unit: 'ms' },
  ];
}

/** The client as it ships: batch appends, compressed answers, nothing counted or made canonical. */
class BareClient {
  private readonly client: EventStoreDBClient;
  private streams = 0;

  constructor(url: string) {
    this.client = EventStoreDBClient.connectionString(url);
  }

  /** In the form of our own events, for the tail takes no others. */
  async append(events: readonly EventToAppend[]): Promise<void> {
    const stream = `bench-${randomUUID()}`;
    await this.client.appendToStream(stream, events.map(toWire), { expectedRevision: NO_STREAM });
  }

  appendRate(ms: number): Promise<number> {
    return rateInFlight(ms, IN_FLIGHT, () => this.append(this.example(1)));
  }

  async fill(events: number): Promise<void> {
    for (let done = 0; done < events; done += AN_APPEND) await this.append(this.example(AN_APPEND));
  }

  async readRate(): Promise<number> {
    const began = performance.now();
    let events = 0;
    for await (const { event } of this.client.readAll({ fromPosition: LOG_START }))
      if (event !== undefined) events += 1;
    return (events * 1_000) / (performance.now() - began);
  }

  example(count: number): EventToAppend[] {
    const data = Array.from({ length: count }, (_, n) => ({ n, text: 'x'.repeat(300) }));
    return eventsOf({ name: `bench ${randomUUID()} ${(this.streams += 1)}`, data });
  }

  close(): Promise<void> {
    return this.client.dispose();
  }
}

async function claimRate(url: string, index: LogIndex, ms: number): Promise<number> {
  const lab = await Lab.over(await FreshLog.over(await openEventStoreDb({ url, index })));
  await lab.claimRate(ms / 4);
  const rate = await lab.claimRate(ms);
  await lab.close();
  return rate;
}

async function rebuildRate(store: EventStoreDbEventStore): Promise<number> {
  const began = performance.now();
  let events = 0;
  for await (const { event } of store.readAll(START)) if (event.data !== '') events += 1;
  return (events * 1_000) / (performance.now() - began);
}

/** How long after an append was answered a reader that waits to be woken has its event, with many in flight. */
async function tailLags(store: EventStoreDbEventStore, bare: BareClient, ms: number): Promise<number[]> {
  const seen = new Map<string, number>();
  const answered = new Map<string, number>();
  let [at, reading] = [await store.head(), Promise.resolve()];
  const readOn = async (): Promise<void> => {
    for await (const { event, checkpoint } of store.readAll(at)) {
      at = checkpoint;
      seen.set(event.id, performance.now());
    }
  };
  const stop = store.onAppended(() => void (reading = reading.then(readOn)));
  await rateInFlight(ms, IN_FLIGHT, async () => {
    const events = bare.example(1);
    await bare.append(events);
    answered.set(events[0]?.id ?? '', performance.now());
  });
  while (![...answered.keys()].every((id) => seen.has(id))) await setTimeout(5);
  stop();
  await reading;
  return [...answered].map(([id, then]) => Math.max((seen.get(id) ?? then) - then, 0));
}
