import type { NewEvent } from '#kernel/decider/event';
import type { PersonId } from '#kernel/ids/entity-id';
import { instant } from '#kernel/time/instant';
import { MemoryEventStore } from '#platform/event-store/memory/memory-event-store';
import type { EventStore } from '#platform/event-store/port/event-store';
import { SignJWT } from 'jose';
import type { KeyObject } from 'node:crypto';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { localIssuer } from '../../apps/api/auth/issuers';
import { LOCAL_AUDIENCE, LOCAL_ISSUER } from '#platform/sign-in/local-keys';
import type { RatePolicy } from '../../apps/api/http/rate-limit';
import type { ApiServer, ServerOptions } from '../../apps/api/server';
import { createServer } from '../../apps/api/server';
import { FixedClock } from './fixed-clock';
import { ana, NOW } from './network';
import { found, put } from './bare-log';
import type { BareOptions } from './bare-network';
import { bareNetwork } from './bare-network';
import { MemoryBlobStore } from './memory-blob-store';

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

export interface ApiOptions extends BareOptions {
  readonly store?: EventStore;
  readonly rate?: RatePolicy;
  readonly log?: pino.Logger;
  readonly modules?: ServerOptions['modules'];
}

/** The commands' half of the API on a loopback port, over a log in memory, and what a spec does with it. */
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
    const network = bareNetwork(store, api, options);
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
