import { MemoryEventStore } from '#platform/event-store/memory/memory-event-store';
import type { ViewStatus } from '#platform/runtime/project/projection-board';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { request } from 'node:http';
import pino from 'pino';
import type { Got } from '../../test/support/api';
import { TestApi } from '../../test/support/api';
import { ana, pia } from '../../test/support/network';
import { PROBLEMS } from './http/problems';

describe('server', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await TestApi.open();
  });
  afterAll(() => api.close());

  it('tells the signed-in person who they are', async () => {
    const { status, json, headers } = await api.get('/v1/me', pia);
    expect([status, json]).toEqual([200, { personId: pia, handle: 'pia', roles: ['program-staff'], partnerId: null }]);
    expect(headers['log-sequence']).toBe(String((await api.logLength()) - 1));
  });

  it('sends security headers, the log’s sequence and the limits with every reply, problems too', async () => {
    for (const got of [
      await api.get('/v1/me', ana),
      await api.get('/v1/me'),
      await api.get('/nothing'),
      await api.get('/%ff'),
    ]) {
      expect(got.headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'content-security-policy': expect.stringContaining("default-src 'self'"),
        'cache-control': 'no-store',
        'request-id': expect.any(String),
        'log-sequence': expect.stringMatching(/^\d+$/),
      });
      expect(got.headers['access-control-allow-origin']).toBeUndefined();
      expect(got.headers['x-powered-by']).toBeUndefined();
    }
    expect((await api.get('/v1/me', ana)).headers).toMatchObject({
      'ratelimit-policy': expect.stringMatching(/^"requests";q=\d+;w=60$/),
      ratelimit: expect.stringMatching(/^"requests";r=\d+;t=\d+$/),
    });
  });

  it.each([
    [{ 'request-id': 'client-chosen-1' }, /^client-chosen-1$/],
    [{ 'request-id': 'short' }, /^[0-9a-f-]{36}$/],
    [{ 'request-id': 'with space and more' }, /^[0-9a-f-]{36}$/],
    [{ 'request-id': 'x'.repeat(65) }, /^[0-9a-f-]{36}$/],
    [{ traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01' }, /^4bf92f3577b34da6a3ce929d0e0e4736$/],
    [{ traceparent: '00-00000000000000000000000000000000-00f067aa0ba902b7-01' }, /^[0-9a-f-]{36}$/],
  ])('gives a request of %j the id %s', async (headers, id) => {
    expect((await api.get('/health/live', undefined, headers)).headers['request-id']).toMatch(id);
  });

  it('is open only where it says so', async () => {
    for (const path of [
      '/health/live',
      '/health/ready',
      '/metrics',
      '/openapi.json',
      '/docs',
      '/problems',
      '/problems/CAP_EXCEEDED',
    ]) {
      expect([path, (await api.get(path)).status]).toEqual([path, 200]);
    }
    for (const path of ['/v1/me', '/v1/me?x=1', '/v1/claims'])
      expect([401, 405]).toContain((await api.get(path)).status);
  });

  it('serves the documentation from this server, within its own content policy', async () => {
    const { text } = await api.get('/docs/');
    const scripts = [...text.matchAll(/<script([^>]*)>([^<]*)</g)];
    expect(scripts.length).toBeGreaterThan(0);
    for (const [, attributes = '', inline = ''] of scripts) {
      expect(inline.trim()).toBe('');
      const source = /src="\.\/(?:docs\/)?([^"]+)"/.exec(attributes)?.[1] ?? 'missing';
      const got = await api.get(`/docs/${source}`);
      expect([source, got.status]).toEqual([source, 200]);
    }
    expect(text).not.toMatch(/https?:\/\/(?!www\.w3\.org)/);
  });

  it('answers for what is not among the documentation as for any other address', async () => {
    const got = await api.get('/docs/nothing.js');
    expect([got.status, got.json.code]).toEqual([404, 'NOT_FOUND']);
    expect((await api.get('/docs/swagger-ui.css')).headers).toMatchObject({
      'content-type': expect.stringContaining('text/css'),
      'content-security-policy': expect.stringContaining("default-src 'self'"),
      etag: expect.any(String),
    });
  });

  it('explains a code to people and to programs', async () => {
    const page = await api.get('/problems/CAP_EXCEEDED', undefined, { accept: 'text/html,application/xhtml+xml' });
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.text).toContain('<h1>The annual cap leaves too little</h1>');
    expect((await api.get('/problems/CAP_EXCEEDED')).json).toMatchObject({ code: 'CAP_EXCEEDED', status: 422 });
    for (const code of Object.keys(PROBLEMS)) {
      const { text } = await api.get(`/problems/${code}`, undefined, { accept: 'text/html' });
      expect([code, text.match(/<h1>|<h2>|<pre>/g)]).toEqual([code, ['<h1>', '<h2>', '<h2>', '<pre>']]);
      expect(text).not.toMatch(/`|undefined/);
    }
    for (const unknown of ['NOPE', 'toString', '__proto__', '%3Cscript%3E']) {
      expect((await api.get(`/problems/${unknown}`)).status).toBe(404);
    }
  });

  it('lists every code, for people and for programs', async () => {
    const { text } = await api.get('/problems', undefined, { accept: 'text/html' });
    const linked = [...text.matchAll(/href="\/problems\/([A-Z_]+)"/g)].map(([, code]) => code);
    expect(linked.toSorted()).toEqual(Object.keys(PROBLEMS).toSorted());
    const { json } = await api.get('/problems');
    expect(json.data.map(({ code }: { code: string }) => code)).toEqual(Object.keys(PROBLEMS));
  });

  it('measures requests by route, never by address', async () => {
    await api.post('/v1/claims/clm_x/approve', {}, pia);
    const { text } = await api.get('/metrics');
    expect(text).toContain('http_server_request_duration');
    expect(text).toContain('service_name="rpn"');
    expect(text).not.toContain('description missing');
    expect(text).toContain('http_route="/v1/claims/:id/approve"');
    expect(text).not.toContain('clm_x');
    expect(text).toContain('rpn_log_sequence');
  });
});

describe('server under way', () => {
  it('names the view that stopped', async () => {
    const stopped: ViewStatus = {
      view: 'claims',
      version: 1,
      lag: 3,
      state: 'stopped',
      sequence: 7,
      stopped: { sequence: 8, type: 'X', message: 'ana@example.org' },
    };
    const api = await TestApi.open({ projections: { status: async () => [stopped] } });
    const got = await api.get('/health/ready');
    expect([got.status, got.json.code, got.json.detail]).toEqual([
      503,
      'NOT_READY',
      'view claims: stopped at event 8 (X), 3 behind',
    ]);
    expect(got.text).not.toContain('example.org');
    expect((await api.get('/health/live')).status).toBe(200);
    expect((await api.get('/metrics')).text).toMatch(/rpn_projection_lag\{[^}]*view="claims"[^}]*\} 3/);
    await api.close();
  });

  it('is not ready while its log has to be mended, and answers all the same', async () => {
    const store = new MemoryEventStore();
    store.trouble = () => 'stream incentives-1 has $maxCount';
    const api = await TestApi.open({ store });
    const got = await api.get('/health/ready');
    const detail = `log: stands at ${(await api.logLength()) - 1}; stream incentives-1 has $maxCount`;
    expect([got.status, got.json.detail]).toEqual([503, detail]);
    expect((await api.get('/v1/me', ana)).status).toBe(200);
    await api.close();
  });

  it('limits each person apart', async () => {
    const api = await TestApi.open({ rate: { points: 2, seconds: 60 } });
    const statuses = [];
    for (let i = 0; i < 3; i += 1) statuses.push((await api.get('/v1/me', ana)).status);
    expect(statuses).toEqual([200, 200, 429]);
    const got = await api.get('/v1/me', ana);
    expect([got.json.code, got.headers['retry-after']]).toEqual(['RATE_LIMITED', expect.stringMatching(/^\d+$/)]);
    expect((await api.get('/v1/me', pia)).status).toBe(200);
    for (let i = 0; i < 2; i += 1) expect((await api.get('/v1/me')).status).toBe(401);
    expect((await api.get('/v1/me')).status).toBe(429);
    await api.close();
  });

  it('logs a line a request and every denial, and no token', async () => {
    const lines: string[] = [];
    const api = await TestApi.open({
      log: pino({ level: 'info' }, { write: (line: string) => void lines.push(line) }),
    });
    const got = await api.post('/v1/claims', {}, pia, { 'request-id': 'look-for-me' });
    expect(got.status).toBe(403);
    const mine = lines.map((line) => JSON.parse(line)).filter(({ requestId }) => requestId === 'look-for-me');
    expect(mine).toMatchObject([
      { denied: 'FORBIDDEN', person: pia },
      { method: 'POST', route: '/v1/claims', status: 403, person: pia },
    ]);
    expect(lines.join('')).not.toContain('Bearer');
    expect(lines.join('')).not.toContain('eyJ');
    await api.close();
  });

  it('G32: finishes what is in hand, refuses new work, and is gone', async () => {
    let answer: (reached: boolean) => void = () => undefined;
    const reached = (): Promise<boolean> =>
      new Promise((resolve) => {
        answer = resolve;
      });
    const api = await TestApi.open({ reached });
    const pdf = Buffer.from('%PDF-1.7\n%%EOF\n');
    const slow = api.upload(pdf);
    while (answer.length === 0) await setTimeout(5);
    const stopping = api.server.stop();
    const refused: Got = await api.upload(pdf);
    expect([refused.status, refused.json.code, refused.headers['connection']]).toEqual([503, 'SHUTTING_DOWN', 'close']);
    expect((await api.get('/health/ready')).json.code).toBe('NOT_READY');
    answer(true);
    expect((await slow).status).toBe(201);
    await stopping;
    const late = request({ host: '127.0.0.1', port: api.port, path: '/health/live', agent: false }).end();
    expect(await once(late, 'error')).toMatchObject([{ code: 'ECONNREFUSED' }]);
  });
});
