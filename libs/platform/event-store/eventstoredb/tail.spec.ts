import type { TailConnection } from '#platform/event-store/eventstoredb/head-watch';
import { pause } from '#platform/event-store/eventstoredb/deadline';
import { LogCount } from '#platform/event-store/eventstoredb/log-count';
import { PATIENCE } from '#platform/event-store/eventstoredb/settings';
import { Tail } from '#platform/event-store/eventstoredb/tail';
import { toWire } from '#platform/event-store/eventstoredb/wire-event';
import { MemoryLogIndex } from '#platform/event-store/log-index/memory-log-index';
import { PassThrough } from 'node:stream';
import { eventsOf } from '../../../../test/support/stored-events';

type Live = PassThrough & { unsubscribe(): Promise<void> };

/** What a tail sees of a server: subscriptions that begin behind a position, and the head. */
class FakeServer {
  readonly live: Live[] = [];
  renewed = 0;
  /** A frozen one takes subscriptions and says nothing. */
  frozen = false;
  private readonly events: { event: object; at: number }[] = [];

  readonly connection: TailConnection = {
    current: () => ({ subscribeToAll: (options: { fromPosition: unknown }) => this.subscribe(options) }) as never,
    renew: () => void (this.renewed += 1),
    giveUp: (stream, why) => stream.destroy(new Error(why)) as never,
    pageOrFailure: async () => this.events.slice(-1) as never,
  };

  write(count: number, streamId = 'a'): void {
    for (let n = 0; n < count; n += 1) {
      const at = this.events.length;
      const [example] = eventsOf({ name: `event ${at}`, data: [{ at }] });
      const position = { commit: BigInt(at), prepare: BigInt(at) };
      const place = { streamId, revision: BigInt(at), isJson: true, created: new Date(0), position };
      const written = { event: { ...toWire(example!), ...place }, at };
      this.events.push(written);
      if (!this.frozen) this.live.at(-1)?.write(written);
    }
  }

  forget(): void {
    this.events.length = 1;
  }

  private subscribe({ fromPosition }: { fromPosition: unknown }): Live {
    const after = typeof fromPosition === 'string' ? -1 : Number((fromPosition as { commit: bigint }).commit);
    const stream = Object.assign(new PassThrough({ objectMode: true }), { unsubscribe: async () => undefined });
    this.live.push(stream);
    if (!this.frozen) setImmediate(() => stream.emit('confirmation'));
    if (!this.frozen) for (const event of this.events) if (event.at > after) stream.write(event);
    return stream;
  }
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries += 1) {
    if (tries > 800) throw new Error('it never came to that');
    await pause(5);
  }
}

describe('the tail of a log', () => {
  let server: FakeServer;
  let tail: Tail;
  let count: LogCount;
  const fatal: string[] = [];

  beforeEach(async () => {
    fatal.length = 0;
    server = new FakeServer();
    const index = new MemoryLogIndex();
    count = await LogCount.resume(index);
    const patience = { ...PATIENCE, headEveryMs: 20 };
    const onFatal = (why: string): void => void fatal.push(why);
    tail = new Tail({ connection: server.connection, count, index, patience, onFatal, onCounted: () => undefined });
    server.write(3);
    tail.start();
    await tail.reached(2);
  });
  afterEach(() => tail.stop());

  const counted = () => tail.recent.between(-1, 99)?.map(({ event }) => event.data);
  const expectNoGap = async (upTo: number) => {
    await tail.reached(upTo);
    expect(counted()).toEqual(Array.from({ length: upTo + 1 }, (_, at) => `{"at":${at}}`));
    expect(count.tree.size).toBe(upTo + 1);
  };

  it.each<[string, (live: Live) => unknown]>([
    ['a clean end', (live) => live.end()],
    ['an error', (live) => live.emit('error', Object.assign(new Error('14 UNAVAILABLE'), { code: 14 }))],
    ['a reset', (live) => live.destroy(Object.assign(new Error('13 RST_STREAM'), { code: 13 }))],
    ['a close without a word', (live) => live.destroy()],
  ])('goes on with no gap after %s', async (_, fail) => {
    fail(server.live.at(-1)!);
    server.write(2);
    await until(() => tail.status().restarts > 0 && tail.status().state === 'following');
    await expectNoGap(4);
    expect(tail.status()).toEqual({ state: 'following', restarts: 1 });
  });

  it('notices by the head that a subscription says nothing, and takes it up again', async () => {
    server.frozen = true;
    server.write(2);
    await until(() => server.renewed > 0);
    server.frozen = false;
    server.write(1);
    await expectNoGap(5);
  });

  it('gets out of the way of the server’s own events, and still knows how far it has read', async () => {
    server.write(2, '$stats');
    await tail.reached(4);
    expect(count.tree.size).toBe(3);
  });

  it('ends for good when the log is shorter than what was counted', async () => {
    server.forget();
    await until(() => fatal.length > 0);
    expect(fatal[0]).toContain('shorter than what was counted');
    await expect(tail.reached(9)).rejects.toThrow('shorter');
    expect(tail.status().state).toBe('stopped');
  });

  it('ends for good at an event that this program did not write', async () => {
    const position = { commit: 3n, prepare: 3n };
    server.live.at(-1)!.write({ event: { streamId: 'b', revision: 0n, type: 'x', data: {}, isJson: true, position } });
    await until(() => fatal.length > 0);
    expect(fatal).toEqual([expect.stringContaining('this program did not write')]);
  });
});
