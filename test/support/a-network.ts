import { InlineJobs } from '#platform/jobs/inline/inline-jobs';
import { digestOf } from '#kernel/codec/digest';
import { uuidOf } from '#kernel/ids/uuid';
import { Requested } from '#kernel/requested/requested';
import { instant } from '#kernel/time/instant';
import { MemoryEventStore } from '#platform/event-store/memory/memory-event-store';
import type { EventStore } from '#platform/event-store/port/event-store';
import { openSqliteReader } from '#platform/event-store/sqlite/open-reader';
import { openSqliteEventStore } from '#platform/event-store/sqlite/sqlite-event-store';
import { historyFileIn } from '#platform/profiles/embedded/open-views';
import type { Network } from '#platform/profiles/network';
import { registry } from '#platform/profiles/registry';
import { runNetwork } from '#platform/profiles/run-network';
import type { Folder } from '#platform/runtime/as-of/folder';
import { LOCAL_AUDIENCE, LOCAL_ISSUER } from '#platform/sign-in/local-keys';
import { MemoryViewStore } from '#platform/view-store/memory/memory-view-store';
import type { ViewStore } from '#platform/view-store/port/view-store';
import { SqliteViewHistory } from '#platform/view-store/sqlite/sqlite-view-history';
import { SqliteViewStore } from '#platform/view-store/sqlite/sqlite-view-store';
import { SignJWT } from 'jose';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import pino from 'pino';
import { localIssuer } from '../../apps/api/auth/issuers';
import { networkOf } from '../../apps/api/main';
import { ReadsModule } from '../../apps/api/reads/reads.module';
import type { ApiServer } from '../../apps/api/server';
import { createServer } from '../../apps/api/server';
import type { Ask } from './a-founding';
import { foundNetwork, PARTNERS, partnerNamed, personNamed, PROOF } from './a-founding';
import { MemoryBlobStore } from './memory-blob-store';
import { FixedClock } from './fixed-clock';
import { evidenceOf } from './network';
import { expectSoundLog } from './sound-history';
import { temporaryFolder } from './temporary-folder';
import { indexedFolder } from './indexed-folder';
import { inlineFolder } from './inline-folder';

type Headers = Readonly<Record<string, string>>;

/** A reply as specs look at it. */
export interface Told {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // Replies are looked into freely.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly json: any;
}

/** One person's way to the API. */
export interface Client {
  get(path: string, headers?: Headers): Promise<Told>;
  /** With a new key, unless the headers bring one. */
  post(path: string, body: object, headers?: Headers): Promise<Told>;
  /** Claims for the person's partner, with all the evidence that the catalogue asks for. */
  claim(outcomeType: string, subjectId: string, more?: object): Promise<Told>;
}

export interface ANetworkOptions {
  /** Where events and views are kept; in memory otherwise. */
  readonly engine?: 'memory' | 'sqlite';
  readonly now?: string;
  /** Waited for before every batch of a view. */
  readonly delay?: () => Promise<void>;
  /** How the log is opened, instead of the engine's. */
  readonly log?: () => Promise<EventStore>;
  /** Manual: only `settle` lets reactions and deadlines run. */
  readonly reactions?: 'live' | 'manual';
}

/**
 * A whole network in this process behind its HTTP API, under a clock that only `clock.at` moves: founded by commands, with
 * two partners (`alpha`: ana, `beta`: bob) and the network's staff (pia, pat: program; fin; aud; adam).
 */
export class ANetwork {
  private readonly keys = generateKeyPairSync('ed25519');
  private server!: ApiServer;

  private constructor(
    readonly network: Network,
    readonly clock: FixedClock,
    private readonly release: () => void,
  ) {}

  static async open(options: ANetworkOptions = {}): Promise<ANetwork> {
    const { engine = 'memory', now = '2026-08-04T12:00:00.000Z', delay, log, reactions = 'live' } = options;
    const folder = temporaryFolder();
    const clock = new FixedClock(instant(now));
    const own = await engines[engine](folder.path);
    const store = (await log?.()) ?? own.store;
    const parts = {
      store,
      views: own.views,
      blobs: new MemoryBlobStore(),
      jobs: new InlineJobs(),
      folder: store === own.store ? own.folder : inlineFolder(store, registry),
      ...{ clock, reactions },
    };
    const network = await runNetwork({ ...parts, ...(delay === undefined ? {} : { delay }) });
    const made = new ANetwork(network, clock, () => folder.remove());
    await foundNetwork(made.ask);
    made.server = await made.serve();
    return made;
  }

  /** A person of the network, by handle. */
  as(handle: string): Client {
    const get: Client['get'] = (path, headers = {}) => this.send('GET', path, handle, headers);
    const post: Client['post'] = (path, body, headers = {}) =>
      this.send('POST', path, handle, { 'idempotency-key': randomUUID(), ...headers }, body);
    const slug = Object.entries(PARTNERS).find(([, [, staff]]) => staff === handle)?.[0] ?? 'alpha';
    const claim: Client['claim'] = (outcomeType, subjectId, more = {}) => {
      const about = { partnerId: partnerNamed(slug), outcomeType, subjectId, outcomeDate: '2026-08-01' };
      return post('/v1/claims', { ...about, evidence: evidenceOf(outcomeType, PROOF), ...more });
    };
    return { get, post, claim };
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
    return (await this.network.store.head()).sequence;
  }

  /** Lets reactions and views come to the log's end, and says where that is. */
  async settle(): Promise<number> {
    await this.network.reactions.settle();
    const [head, views] = [await this.head(), registry.views.map(({ view }) => view)];
    await this.network.projections.waitFor(views, head, 10_000);
    return head;
  }

  /** A part of the running application. */
  part<T>(type: new (...parts: never[]) => T): T {
    return this.server.app.get<T>(type, { strict: false });
  }

  /** Opens a port, for what `inject` cannot show: a reply that does not end. */
  async listen(): Promise<string> {
    await this.server.app.listen(0, '127.0.0.1');
    return this.server.app.getUrl();
  }

  async token(handle: string): Promise<string> {
    const now = Math.floor(Date.now() / 1_000);
    const claims = { iss: LOCAL_ISSUER, aud: LOCAL_AUDIENCE, sub: personNamed(handle), iat: now, exp: now + 3_600 };
    return new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt' }).sign(this.keys.privateKey);
  }

  /** Ends a spec: whatever it did, its log verifies and every decision in it comes out the same again. */
  async close(): Promise<void> {
    await expectSoundLog(this.network.store);
    await this.server.stop();
    await this.network.close();
    this.release();
  }

  private serve(): Promise<ApiServer> {
    const modules = [ReadsModule.over(this.network, { cursorKey: Buffer.alloc(32, 7) })];
    const quiet = { rate: { points: 1e9, seconds: 60 }, log: pino({ level: 'silent' }) };
    return createServer(networkOf(this.network), { issuer: localIssuer(this.keys.publicKey), ...quiet, modules });
  }

  private async send(method: 'GET' | 'POST', path: string, by: string, given: Headers, body?: object): Promise<Told> {
    const headers = { authorization: `Bearer ${await this.token(by)}`, ...given };
    const payload = body === undefined ? {} : { payload: body };
    const reply = await this.server.app.inject({ method, url: path, headers, ...payload });
    const isJson = /^application\/(problem\+)?json;/.test(String(reply.headers['content-type'])) && reply.body !== '';
    const json: unknown = isJson ? reply.json() : undefined;
    return { status: reply.statusCode, headers: reply.headers as Headers, text: reply.body, json };
  }
}

interface Engines {
  readonly store: EventStore;
  readonly views: ViewStore;
  readonly folder: Folder;
}

const engines: Readonly<Record<'memory' | 'sqlite', (folder: string) => Promise<Engines>>> = {
  memory: async () => {
    const store = new MemoryEventStore();
    return { store, views: new MemoryViewStore(), folder: inlineFolder(store, registry) };
  },
  sqlite: async (directory) => {
    const store = await openSqliteEventStore({ directory });
    const history = new SqliteViewHistory(historyFileIn(directory));
    return {
      store,
      views: new SqliteViewStore(join(directory, 'views.db')),
      folder: indexedFolder(openSqliteReader(directory), registry, { history }),
    };
  },
};
