import { pause, within } from '#platform/event-store/eventstoredb/deadline';
import { failureOf, isStreamNotFound, readFailure } from '#platform/event-store/eventstoredb/failure';
import { askForPlainAnswers } from '#platform/event-store/eventstoredb/identity-encoding';
import type { Patience } from '#platform/event-store/eventstoredb/settings';
import { refuseUnsafe, urlOfClient, userIn } from '#platform/event-store/eventstoredb/settings';
import { StoreUnavailable } from '#platform/event-store/port/store-unavailable';
import type { AppendExpectedRevision, AppendResult, JSONEventData, StreamingRead } from '@eventstore/db-client';
import { EventStoreDBClient, NO_STREAM } from '@eventstore/db-client';

/** A live one: it ends as any other stream, but the call behind it has to be called off apart. */
interface LiveStream {
  unsubscribe(): Promise<void>;
  destroy(error: Error): unknown;
}

const CLOSE_MS = 1_000;
// A server that is down fails a call at once; whoever then asks again must not do so a thousand times a second.
const FAILED_PAUSE_MS = 100;

/** The process's client, which can be exchanged when it hangs, and calls through it that cannot hang. */
export class Connection {
  private client: EventStoreDBClient;
  private clients = 0;
  private readonly user: ReturnType<typeof userIn>;

  constructor(
    private readonly url: string,
    private readonly patience: Patience,
  ) {
    refuseUnsafe(url);
    this.user = userIn(url);
    this.client = this.connect();
  }

  current(): EventStoreDBClient {
    return this.client;
  }

  /** One append. Rejects with what the client says, or by our own timer. `expected` −1 is "no such stream yet". */
  append(stream: string, expected: number, events: JSONEventData[]): Promise<AppendResult> {
    const { appendMs } = this.patience;
    const expectedRevision: AppendExpectedRevision = expected < 0 ? NO_STREAM : BigInt(expected);
    const options = { expectedRevision, requiresLeader: true, credentials: this.user, deadline: appendMs };
    return slowToFail(within(appendMs, `append to ${stream}`, this.client.appendToStream(stream, events, options)));
  }

  /** All that a read gives, which is at most a page. Never cancelled: the client would drop the whole connection. */
  async page<T>(what: string, read: (client: EventStoreDBClient) => StreamingRead<T>): Promise<T[]> {
    const stream = read(this.client);
    const items: T[] = [];
    const done = new Promise<T[]>((resolve, reject) => {
      stream.on('data', (item: T) => items.push(item));
      stream.on('error', reject);
      stream.on('end', () => resolve(items));
    });
    return await slowToFail(within(this.patience.silenceMs, what, done));
  }

  /** The same, with the failure told as the port tells it. */
  async pageOrFailure<T>(what: string, read: (client: EventStoreDBClient) => StreamingRead<T>): Promise<T[]> {
    try {
      return await this.page<T>(what, read);
    } catch (error) {
      throw readFailure(error);
    }
  }

  /** Ends a stream that may hang, for whoever iterates it and on the server. */
  giveUp(stream: LiveStream, why: string): void {
    stream.unsubscribe().catch(() => undefined);
    stream.destroy(new StoreUnavailable(why));
  }

  /** A new client, which finds the leader anew; calls on the old one end or run into their timers. */
  renew(): void {
    const old = this.client;
    this.client = this.connect();
    void dispose(old);
  }

  async close(): Promise<void> {
    await dispose(this.client);
  }

  private connect(): EventStoreDBClient {
    this.clients += 1;
    const client = EventStoreDBClient.connectionString(urlOfClient(this.url, this.clients));
    askForPlainAnswers(client);
    return client;
  }
}

async function slowToFail<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    const isAnswer = isStreamNotFound(error) || failureOf(error).kind !== 'unknown';
    if (!isAnswer) await pause(FAILED_PAUSE_MS);
    throw error;
  }
}

/** Calls off what is going on and closes the socket, which `dispose` alone leaves open. */
async function dispose(client: EventStoreDBClient): Promise<void> {
  try {
    await within(CLOSE_MS, 'closing', client.dispose());
    const channel = await within(CLOSE_MS, 'closing', client['getChannel']());
    channel.close();
  } catch {
    // It hangs or cannot be reached: then there is nothing to close.
  }
}
