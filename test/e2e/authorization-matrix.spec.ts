import { COMMANDS, TWO_PEOPLE } from '#contexts/access/policy/permissions';
import { instant } from '#kernel/time/instant';
import { randomUUID } from 'node:crypto';
import { partnerNamed } from '../support/a-founding';
import { ANetwork } from '../support/a-network';
import type { Who } from './authorization/cast';
import { enter, EVERYBODY, isOfNetwork, OF_ALPHA, OF_BETA } from './authorization/cast';
import type { Answer, Row } from './authorization/words';
import { GRANT_ROWS } from './authorization/grant-rows';
import { PAYOUT_ROWS } from './authorization/payout-rows';
import { ROWS as OTHER_ROWS } from './authorization/rows';
import type { Thing } from './authorization/things';
import { absentLike, makeThings, uploadOf } from './authorization/things';

const ROWS = { ...OTHER_ROWS, ...GRANT_ROWS, ...PAYOUT_ROWS };

interface Said {
  readonly status: number;
  readonly code: string | undefined;
  /** Without what names the request itself. */
  readonly body: string;
}

/** T16: every route × role × relation, made from the OpenAPI document, on a small network behind a real port. */
describe('the authorization matrix', () => {
  let net: ANetwork;
  let url: string;
  let things: Record<Thing, string>;
  let operations: string[];
  const tokens = new Map<string, string>();

  beforeAll(async () => {
    // Nothing falls due by itself while a row is asked at its own moment.
    net = await ANetwork.open({ reactions: 'manual' });
    await enter(net);
    url = await net.listen();
    for (const who of EVERYBODY) tokens.set(who, await net.token(who));
    things = await makeThings(net, async (who) => {
      return JSON.parse((await send(who, 'POST', ...uploadOf(who))).body);
    });
    const { paths } = (await (await fetch(`${url}/openapi.json`)).json()) as { paths: Record<string, object> };
    operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
  }, 60_000);
  afterAll(() => net.close());

  async function send(who: Who | null, method: string, path: string, body?: object): Promise<Said> {
    const headers = {
      ...(who === null ? {} : { authorization: `Bearer ${tokens.get(who)!}` }),
      ...(method === 'GET' ? {} : { 'idempotency-key': randomUUID() }),
      ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
    };
    const payload = body instanceof FormData ? body : JSON.stringify(body);
    const reply = await fetch(`${url}${path}`, { method, headers, ...(body === undefined ? {} : { body: payload }) });
    const text = await reply.text();
    const isProblem = reply.headers.get('content-type')?.startsWith('application/problem') === true;
    const { requestId: _id, instance: _at, ...rest } = (isProblem ? JSON.parse(text) : {}) as Record<string, unknown>;
    const body_ = isProblem ? JSON.stringify(rest) : text;
    return { status: reply.status, code: rest['code'] as string | undefined, body: body_ };
  }

  const ask = (who: Who | null, operation: string, row: Row, id: string): Promise<Said> => {
    const [method = '', path = ''] = operation.split(' ');
    const query = [...(method === 'POST' ? ['dryRun=true'] : []), ...(row.query === undefined ? [] : [row.query])].join(
      '&',
    );
    return send(who, method, `${path.replace(/\{\w+\}/, id)}?${query}`, row.body?.(things));
  };

  it('has a row for every route, and a route for every row', () => {
    const missing = operations.filter((operation) => ROWS[operation] === undefined);
    const said = missing.map(
      (one) =>
        `${one} has no row. Say in test/e2e/authorization/rows.ts who is answered what (nobody named is 403):\n` +
        `  '${one}': ${one.startsWith('POST') ? "post({ program: 200, involved: 'SOD', other: 404 }, 'claimed', () => ({}))" : 'read(LISTS)'},`,
    );
    expect(said.join('\n')).toBe('');
    expect(Object.keys(ROWS).filter((operation) => !operations.includes(operation))).toEqual([]);
  });

  it.each(Object.entries(ROWS))('%s', async (operation, row) => {
    const id = row.id === undefined ? '' : things[row.id];
    const before = await net.head();
    const now = net.clock.at;
    if (row.at !== undefined) net.clock.at = instant(row.at);
    const wrong: string[] = [];
    const expectAt = (who: Who | null, got: Said, wanted: string): void => {
      const is = got.status === 403 || got.status === 401 ? `${got.status} ${got.code}` : String(got.status);
      if (is !== wanted) wrong.push(`${who ?? 'nobody'}: ${is} instead of ${wanted} ${is === '200' ? '' : got.body}`);
    };
    expectAt(null, await ask(null, operation, row, id), row.isPublic === true ? '200' : '401 TOKEN_MISSING');
    for (const who of EVERYBODY) {
      const got = await ask(who, operation, row, id);
      expectAt(who, got, row.isPublic === true ? '200' : wantedOf(who, row.answers[who]));
      const strangers = OF_ALPHA.includes(who) ? 'beta' : OF_BETA.includes(who) ? 'alpha' : undefined;
      if (strangers !== undefined && got.status === 200 && names(got, strangers))
        wrong.push(`${who}: is told of ${strangers}: ${got.body.slice(0, 500)}`);
      if (row.id === undefined || got.status < 400 || (got.status !== 404 && isOfNetwork(who))) continue;
      const absent = await ask(who, operation, row, absentLike(id));
      if (absent.status !== got.status || absent.body !== got.body)
        wrong.push(`${who}: what is refused and what is absent differ: ${got.body} and ${absent.body}`);
    }
    net.clock.at = now;
    expect(wrong).toEqual([]);
    expect(await net.head()).toBe(before);
  });

  it('names every act of two people, and no other, in the permission table', async () => {
    const { paths } = (await (await fetch(`${url}/openapi.json`)).json()) as {
      paths: Record<string, { post?: { responses: Record<string, unknown>; operationId: string } }>;
    };
    const asked = Object.values(paths).filter(({ post }) => post?.responses['202'] !== undefined);
    expect(asked.map(({ post }) => post!.operationId)).toHaveLength(TWO_PEOPLE.length);
    expect(TWO_PEOPLE.filter((name) => !(name in COMMANDS))).toEqual([]);
  });
});

function wantedOf(who: Who, answer: Answer | undefined): string {
  if (who === 'gone') return '403 SUBJECT_UNKNOWN';
  if (answer === undefined) return '403 FORBIDDEN';
  return answer === 'SOD' ? '403 SOD' : String(answer);
}

/** Whether a reply gives a partner away: by its id, its slug as a word, or its name. */
function names({ body }: Said, slug: string): boolean {
  const name = slug === 'alpha' ? 'Alpha <Learning>' : 'Beta, "Inc."';
  return body.includes(partnerNamed(slug)) || new RegExp(`\\b${slug}\\b`).test(body) || body.includes(name);
}
