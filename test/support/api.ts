import { directoryFold, subjectOf } from '#contexts/access/facts/directory';
import type { Directory as Known } from '#contexts/access/facts/directory';
import { PersonRegistered } from '#contexts/access/events/person-registered';
import { RoleGranted } from '#contexts/access/events/role-granted';
import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import { sha256 } from '#kernel/codec/digest';
import type { EventMetadata, NewEvent } from '#kernel/decider/event';
import type { PartnerId, PersonId } from '#kernel/ids/entity-id';
import { eventIdOf, uuidOf } from '#kernel/ids/uuid';
import type { NetworkRole } from '#kernel/roles/roles';
import type { Instant } from '#kernel/time/instant';
import { instant } from '#kernel/time/instant';
import { plainDate } from '#kernel/time/plain-date';
import { BlobStore } from '#platform/blobs/port/blob-store';
import { MemoryEventStore } from '#platform/event-store/memory/memory-event-store';
import type { EventStore } from '#platform/event-store/port/event-store';
import { registry } from '#platform/profiles/registry';
import { encodeEvent } from '#platform/runtime/codec/event-codec';
import { CommandRuntime } from '#platform/runtime/handle/command-runtime';
import { FactsBoard } from '#platform/runtime/handle/facts-board';
import { LiveFold } from '#platform/runtime/handle/live-fold';
import { SignJWT } from 'jose';
import type { KeyObject } from 'node:crypto';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import type { Subject } from '../../apps/api/auth/directory';
import { Directory } from '../../apps/api/auth/directory';
import { localIssuer } from '../../apps/api/auth/issuers';
import { LOCAL_AUDIENCE, LOCAL_ISSUER } from '#platform/sign-in/local-keys';
import type { RatePolicy } from '../../apps/api/http/rate-limit';
import type { Network } from '../../apps/api/network';
import { Waiter } from '../../apps/api/network';
import type { ApiServer, ServerOptions } from '../../apps/api/server';
import { createServer } from '../../apps/api/server';
import { FixedClock } from './fixed-clock';
import { A, abe, affiliated, ana, B, bob, NOW, onboarded, pat, person, pia, published } from './network';

/** The commands' half of the API over a network in memory: two partners, their people and the network's staff. */
export const adam = person('adam');
export const nobody = person('nobody');

export class MemoryBlobStore extends BlobStore {
  readonly blobs = new Map<string, Uint8Array>();

  async put(bytes: Uint8Array): Promise<{ sha256: string; bytes: number }> {
    this.blobs.set(sha256(bytes), bytes);
    return { sha256: sha256(bytes), bytes: bytes.length };
  }
  async get(name: string): Promise<Uint8Array | undefined> {
    return this.blobs.get(name);
  }
  async erase(name: string): Promise<void> {
    this.blobs.delete(name);
  }
}

class LiveDirectory extends Directory {
  private readonly fold: LiveFold<Known>;

  constructor(
    store: EventStore,
    private readonly clock: FixedClock,
  ) {
    super();
    this.fold = new LiveFold(directoryFold, store, registry.catalogue);
  }
  async subject(personId: PersonId): Promise<Subject | undefined> {
    return subjectOf(await this.fold.current(), personId, plainDate(this.clock.now().slice(0, 10)));
  }
  async partnerOfSlug(slug: string): Promise<PartnerId | undefined> {
    return (await this.fold.current()).bySlug.get(slug);
  }
  async personOfHandle(handle: string): Promise<PersonId | undefined> {
    return (await this.fold.current()).byHandle.get(handle);
  }
}

class SpecWaiter extends Waiter {
  constructor(readonly reached: Waiter['reached']) {
    super();
  }
}

export interface Sent {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: string | Uint8Array;
}

export interface Got {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  // Replies are looked into freely.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly json: any;
}

export interface ApiOptions {
  readonly store?: EventStore;
  readonly rate?: RatePolicy;
  readonly reached?: Waiter['reached'];
  readonly projections?: Network['projections'];
  readonly log?: pino.Logger;
  readonly modules?: ServerOptions['modules'];
}

/** A server on a loopback port, and what a spec does with it. */
export class TestApi {
  readonly blobs = new MemoryBlobStore();
  readonly clock = new FixedClock(instant(NOW));
  readonly keys = generateKeyPairSync('ed25519');
  private constructor(
    readonly store: EventStore,
    public server: ApiServer,
    readonly port: number,
  ) {}

  static async open(options: ApiOptions = {}): Promise<TestApi> {
    const store = options.store ?? new MemoryEventStore();
    const api = new TestApi(store, undefined as never, 0);
    await found(store);
    const network = networkOf(store, api, options);
    const rate = options.rate ?? { points: 1e9, seconds: 60 };
    const log = options.log ?? pino({ level: 'silent' });
    api.server = await createServer(network, {
      issuer: localIssuer(api.keys.publicKey),
      rate,
      log,
      modules: options.modules ?? [],
    });
    await api.server.app.listen(0, '127.0.0.1');
    Object.assign(api, { port: (api.server.app.getHttpServer().address() as AddressInfo).port });
    return api;
  }

  async close(): Promise<void> {
    await this.server.stop();
  }

  /** Puts events into a stream behind revision `expected`, as if a command had made them. */
  record(stream: string, expected: number, ...events: readonly NewEvent[]): Promise<void> {
    return put(this.store, stream, events, expected);
  }

  async logLength(): Promise<number> {
    return (await this.store.head()).sequence + 1;
  }

  /** A token as an issuer would sign it; `claims` and `header` override. */
  async token(
    who: PersonId,
    claims: object = {},
    header: object = {},
    key: KeyObject = this.keys.privateKey,
  ): Promise<string> {
    const now = Math.floor(Date.now() / 1_000);
    const all = { iss: LOCAL_ISSUER, aud: LOCAL_AUDIENCE, sub: who, iat: now, exp: now + 3_600, ...claims };
    return new SignJWT(all).setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', ...header }).sign(key);
  }

  /** A POST by a person with a new key, unless the headers say otherwise (undefined leaves one out). */
  async post(path: string, body: unknown, by: PersonId = ana, headers: Sent['headers'] = {}): Promise<Got> {
    const text = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
    return this.send({
      method: 'POST',
      path,
      headers: {
        authorization: `Bearer ${await this.token(by)}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        ...headers,
      },
      ...(text === undefined ? {} : { body: text }),
    });
  }

  async get(path: string, by?: PersonId, headers: Sent['headers'] = {}): Promise<Got> {
    const authorization = by === undefined ? {} : { authorization: `Bearer ${await this.token(by)}` };
    return this.send({ method: 'GET', path, headers: { ...authorization, ...headers } });
  }

  send({ method = 'GET', path, headers = {}, body }: Sent): Promise<Got> {
    const given = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined)) as Record<
      string,
      string
    >;
    return new Promise((resolve, reject) => {
      const isChunked = given['transfer-encoding'] !== undefined;
      const length = body === undefined || isChunked ? {} : { 'content-length': Buffer.byteLength(body) };
      const sending = request(
        { host: '127.0.0.1', port: this.port, method, path, headers: { ...length, ...given } },
        (reply) => {
          const chunks: Buffer[] = [];
          reply.on('data', (chunk: Buffer) => chunks.push(chunk));
          reply.on('error', reject);
          reply.on('end', () => {
            const text = Buffer.concat(chunks).toString();
            const isJson = /json/.test(reply.headers['content-type'] ?? '');
            resolve({
              status: reply.statusCode ?? 0,
              headers: reply.headers,
              text,
              json: isJson && text !== '' ? JSON.parse(text) : undefined,
            });
          });
        },
      );
      sending.on('error', reject);
      sending.end(body);
    });
  }

  /** A form with one part, or several. */
  async upload(
    bytes: Uint8Array,
    by: PersonId = ana,
    { path = '/v1/evidence', name = 'file', filename = 'proof.pdf', query = '', headers = {} } = {},
  ): Promise<Got> {
    const boundary = 'b0undary';
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="${name}"; filename="${filename}"\r\ncontent-type: application/pdf\r\n\r\n`;
    const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
    return this.post(`${path}${query}`, body, by, {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      ...headers,
    });
  }
}

function networkOf(
  store: EventStore,
  { blobs, clock }: TestApi,
  { reached = async () => true, projections }: ApiOptions,
): Network {
  const { catalogue, deciders, folds } = registry;
  const facts = new FactsBoard(store, catalogue, folds);
  const patience = (): (() => boolean) => {
    const end = performance.now() + 200;
    return () => performance.now() > end;
  };
  const commands = new CommandRuntime(deciders, { store, catalogue, facts, clock, patience });
  return {
    store,
    commands,
    deciders,
    blobs,
    clock,
    directory: new LiveDirectory(store, clock),
    waiter: new SpecWaiter(reached),
    projections: projections ?? { status: async () => [] },
    close: () => commands.close(),
  };
}

/** Events of the founding, put into the store as they would lie there. */
export async function found(store: EventStore): Promise<void> {
  await put(store, 'policy-incentives', [published(defaultIncentivesPolicy)]);
  await put(store, `partner-${A}`, [onboarded(A, 'partner-a'), affiliated(A, ana), affiliated(A, abe)]);
  await put(store, `partner-${B}`, [onboarded(B, 'partner-b', ['AL', 'NM']), affiliated(B, bob)]);
  for (const [who, handle, roles] of PEOPLE) {
    await put(store, `person-${who}`, [
      PersonRegistered({ personId: who, handle, profileSha256: null }),
      ...roles.map((role) => RoleGranted({ personId: who, role })),
    ]);
  }
}

const PEOPLE: readonly (readonly [PersonId, string, readonly NetworkRole[]])[] = [
  [ana, 'ana', []],
  [abe, 'abe', []],
  [bob, 'bob', []],
  [pia, 'pia', ['program-staff']],
  [pat, 'pat', ['program-staff']],
  [adam, 'adam', ['admin']],
];

export async function put(
  store: EventStore,
  stream: string,
  events: readonly NewEvent[],
  expected = -1,
): Promise<void> {
  const command = uuidOf(`${stream} ${expected}`);
  const at: Instant = instant('2026-01-01T00:00:00.000Z');
  const metadata = (index: number): EventMetadata => ({
    actor: 'service:spec',
    principal: 'service:spec',
    role: 'service',
    authentication: { issuer: 'urn:spec', method: 'simulation' },
    command: { id: command, name: 'Given', version: 1, ...(index === 0 ? { bodyHash: '', payload: {} } : {}) },
    correlationId: 'spec',
  });
  const bytes = events.map((event, index) => encodeEvent(eventIdOf(command, index), event, metadata(index), at));
  const { kind } = await store.append(stream, expected, bytes);
  if (kind !== 'ok') throw new Error(`could not put ${stream}: ${kind}`);
}
