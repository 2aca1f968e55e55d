import { InlineJobs } from '#platform/jobs/inline/inline-jobs';
import { digestOf } from '#kernel/codec/digest';
import { uuidOf } from '#kernel/ids/uuid';
import { Requested } from '#kernel/requested/requested';
import { instant } from '#kernel/time/instant';
import { FileBlobStore } from '#platform/blobs/files/file-blob-store';
import type { EventStore } from '#platform/event-store/port/event-store';
import { openSqliteEventStore } from '#platform/event-store/sqlite/sqlite-event-store';
import type { Network } from '#platform/profiles/network';
import { registry } from '#platform/profiles/registry';
import { runNetwork } from '#platform/profiles/run-network';
import { keyFileIn, localKey, mintToken, publicKeyOf } from '#platform/sign-in/local-keys';
import { SqliteViewStore } from '#platform/view-store/sqlite/sqlite-view-store';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import pino from 'pino';
import { localIssuer } from '../../apps/api/auth/issuers';
import { networkOf } from '../../apps/api/main';
import { cursorKeyIn } from '../../apps/api/reads/query/cursor-key';
import { ReadsModule } from '../../apps/api/reads/reads.module';
import type { ApiServer } from '../../apps/api/server';
import { createServer } from '../../apps/api/server';
import type { Ask } from './a-founding';
import { foundNetwork, partnerNamed, personNamed } from './a-founding';
import { Caller } from './caller';
import { FaultyEventStore } from './faulty-event-store';
import { FixedClock } from './fixed-clock';
import { expectSoundLog } from './sound-history';
import { temporaryFolder } from './temporary-folder';
import { inlineFolder } from './inline-folder';

export interface ServedOptions {
  readonly now?: string;
  /** Waited for before every batch of a view. */
  readonly delay?: () => Promise<void>;
  /** How the log is opened, each time; SQLite in the data folder otherwise. */
  readonly log?: (directory: string) => Promise<EventStore>;
}

/**
 * The embedded network of a data folder, founded as `ANetwork` is, behind a real port of this process, under a clock that
 * only `clock.at` moves. Its log does what it is told to (`store.next`), and well otherwise. It can be opened again.
 */
export class Served {
  private constructor(
    readonly directory: string,
    readonly network: Network,
    readonly store: FaultyEventStore,
    readonly clock: FixedClock,
    private readonly server: ApiServer,
    private readonly options: ServedOptions & { readonly remove: () => void },
  ) {}

  static async found(options: ServedOptions = {}): Promise<Served> {
    const { path, remove } = temporaryFolder();
    const served = await Served.open(path, { ...options, remove });
    await foundNetwork(served.ask);
    return served;
  }

  private static async open(directory: string, options: Served['options']): Promise<Served> {
    const {
      now = '2026-08-04T12:00:00.000Z',
      delay,
      log = (folder) => openSqliteEventStore({ directory: folder }),
    } = options;
    const store = new FaultyEventStore(await log(directory));
    const clock = new FixedClock(instant(now));
    const network = await runNetwork({
      ...{ store, clock, folder: inlineFolder(store, registry) },
      views: new SqliteViewStore(join(directory, 'views.db')),
      blobs: await FileBlobStore.open(join(directory, 'blobs')),
      jobs: new InlineJobs(),
      ...(delay === undefined ? {} : { delay }),
    });
    const server = await createServer(networkOf(network), {
      issuer: localIssuer(publicKeyOf(localKey(keyFileIn(directory)))),
      rate: { points: 1e9, seconds: 60 },
      log: pino({ level: 'silent' }),
      modules: [ReadsModule.over(network, { cursorKey: cursorKeyIn(directory) })],
    });
    await server.app.listen(0, '127.0.0.1');
    return new Served(directory, network, store, clock, server, options);
  }

  /** A person's way in, by handle; claims are for the partner with this slug. */
  async as(handle: string, slug = handle === 'bob' ? 'beta' : 'alpha'): Promise<Caller> {
    const token = await mintToken(keyFileIn(this.directory), personNamed(handle));
    return new Caller(await this.server.app.getUrl(), token, partnerNamed(slug));
  }

  /** Issues a command as a job of the system does, at the clock's time. */
  readonly ask: Ask = async (name, command, payload, key = randomUUID()) => {
    const asked = Requested.in(Object.assign(command, payload), {
      ...{ at: this.clock.now(), commandId: uuidOf(key), actor: 'service:founding', principal: 'service:founding' },
      ...{ role: 'service', authentication: { issuer: 'urn:rpn:spec', method: 'simulation' }, correlationId: key },
      ...{ bodyHash: digestOf(payload), dryRun: false },
    });
    const outcome = await this.network.commands.handle(name, asked);
    if (outcome.kind !== 'recorded') throw new Error(`${name}: ${JSON.stringify(outcome)}`);
  };

  /** The sequence of the last event. */
  async head(): Promise<number> {
    return (await this.store.head()).sequence;
  }

  /** Stops and opens the same folder again, at the same time of day. */
  async reopen(): Promise<Served> {
    await this.stop();
    return Served.open(this.directory, { ...this.options, now: this.clock.at });
  }

  /** Ends a spec: whatever it did, its log verifies and every decision in it comes out the same again. */
  async close(): Promise<void> {
    await expectSoundLog(this.store);
    await this.stop();
    this.remove();
  }

  /** Takes a stopped one's folder away. */
  remove(): void {
    this.options.remove();
  }

  /** Lets go of the folder and leaves it there, for another process to open. */
  async stop(): Promise<void> {
    await this.server.stop();
    await this.network.close();
  }
}
