import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Told } from '../support/a-network';
import { ANetwork } from '../support/a-network';
import type { Who } from './authorization/cast';
import { enter } from './authorization/cast';
import { absentLike, makeThings, uploadOf } from './authorization/things';
import type { Operation, Shot } from './fuzz/shots';
import { ROWS, SHOOTERS, shotsAt } from './fuzz/shots';

const SHOTS = 40;
/** Of this process's own work, server and all: a busy machine makes an answer late, not laborious (G23). */
const SLOW_MS = 2_000;
/** What is answered before a request is looked into; who gets no further has seen nothing of the program. */
const AT_THE_DOOR = new Set(['400', '401', '403', '404', '415']);

/** Where no example of the document fits this network: a proposal is for a round, its goals and a partner that are there. */
const SENT = new Set(['POST /v1/proposals']);

/** Whether the matrix knows somebody who is answered 200 there: elsewhere there may be nothing to come to. */
const isOpen = (at: string): boolean =>
  ROWS[at]?.isPublic !== true && Object.values(ROWS[at]?.answers ?? {}).includes(200);

/** T14: whatever is sent to an address of our own document is answered as it says, soon, and leaves no trace on a no. */
describe('any input', () => {
  let net: ANetwork;
  let url: string;
  let known: readonly string[];
  let things: Readonly<Record<string, string>>;
  const tokens = new Map<Who | null, string>();
  const met = new Map<string, Set<string>>();
  // The committed contract: that it is what is served is a gate of its own.
  const { paths } = JSON.parse(readFileSync(join(__dirname, '../../openapi.json'), 'utf8')) as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, Omit<Operation, 'method' | 'path'>>>>>;
  };
  const operations: Operation[] = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => ({ ...one, path, method: method.toUpperCase() })),
  );

  beforeAll(async () => {
    net = await ANetwork.open();
    await enter(net);
    url = await net.listen();
    for (const who of SHOOTERS) if (who !== null) tokens.set(who, await net.token(who));
    // Whoever shoots keeps their role, or the shots after would see nothing.
    const { holder: _holder, ...made } = await makeThings(net, upload);
    things = made;
    // Each once: two drafts may have one number.
    known = [...new Set([...Object.values(made), ...Object.values(made).map(absentLike), '2026-08-01'])];
  }, 60_000);
  afterAll(() => net.close());

  it.each(operations.map((one) => [`${one.method} ${one.path}`, one] as const))(
    'to %s',
    async (name, operation) => {
      // What is known, is known when the network is made.
      const about = ROWS[name]?.id;
      const own = about === undefined ? undefined : things[about];
      const shots = shotsAt(operation, known, own, SENT.has(name) ? ROWS[name]?.body?.(things) : undefined);
      const fired = fc.asyncProperty(shots, (shot) => fire(operation, shot));
      await fc.assert(fired, { numRuns: SHOTS, seed: 20_260_804 });
    },
    30_000,
  );

  it('came past the door at every address', () => {
    const shut = [...met].filter(([at, all]) => isOpen(at) && [...all].every((one) => AT_THE_DOOR.has(one)));
    expect(shut.map(([at, all]) => [at, ...all])).toEqual([]);
  });

  async function upload(who: Who): Promise<Told['json']> {
    const headers = { authorization: `Bearer ${await net.token(who)}`, 'idempotency-key': randomUUID() };
    const [path, body] = uploadOf(who);
    const reply = await fetch(`${url}${path}`, { method: 'POST', headers, body });
    return reply.json();
  }

  async function fire({ method, path, responses }: Operation, { who, id, query, headers, body }: Shot): Promise<void> {
    const before = await net.head();
    const asked = new URLSearchParams(query.map(([name, value]): [string, string] => [name, value])).toString();
    const signed = who === null ? {} : { authorization: `Bearer ${tokens.get(who)!}` };
    const began = process.cpuUsage();
    const reply = await fetch(`${url}${path.replace(/\{\w+\}/, id)}${asked === '' ? '' : `?${asked}`}`, {
      ...{ method, headers: { ...headers, ...signed } },
      ...(method === 'POST' ? { body: new Uint8Array(body) } : {}),
    });
    const text = await reply.text();
    const status = String(reply.status);
    const { user, system } = process.cpuUsage(began);
    expect((user + system) / 1_000).toBeLessThan(SLOW_MS);
    met.set(`${method} ${path}`, (met.get(`${method} ${path}`) ?? new Set<string>()).add(status));
    if (!Object.hasOwn(responses, status)) throw new Error(`${status} is not in the document: ${text}`);
    if (reply.status >= 500) throw new Error(text);
    // What follows from a command by itself is no trace of the next.
    if (reply.status < 400) {
      if (method !== 'POST') return;
      await net.network.deadlines.settle();
      await net.network.reactions.settle();
      return;
    }
    const { because } = JSON.parse(text) as { readonly because?: string };
    if (because === undefined) expect(await net.head()).toBe(before);
  }
});
