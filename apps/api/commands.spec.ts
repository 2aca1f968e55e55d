import { RoleRevoked } from '#contexts/access/events/role-revoked';
import type { EventStore } from '#platform/event-store/port/event-store';
import { MemoryEventStore } from '#platform/event-store/memory/memory-event-store';
import { randomUUID } from 'node:crypto';
import type { Got } from '../../test/support/api';
import { TestApi } from '../../test/support/api';
import { A, abe, ana, district, pat, pia } from '../../test/support/network';
import type { Waiter } from './network';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF\n');

const claimOf = (sha256: string, n: number, more: object = {}): object => ({
  partnerId: A,
  outcomeType: 'cs-staff-appointed',
  subjectId: district(n),
  outcomeDate: '2026-08-01',
  evidence: [{ kind: 'appointment-letter', sha256 }],
  ...more,
});

describe('commands over HTTP', () => {
  let api: TestApi;
  let evidence: string;

  beforeEach(async () => {
    api = await TestApi.open();
    evidence = (await api.upload(PDF)).json.sha256;
  });
  afterEach(() => api.close());

  const claim = (n: number, more: object = {}, headers = {}): Promise<Got> =>
    api.post('/v1/claims', claimOf(evidence, n, more), ana, headers);

  it('answers 201 with the new state, where it is, its revision and its sequence', async () => {
    const { status, json, headers } = await claim(1);
    expect(status).toBe(201);
    expect(json).toMatchObject({
      status: 'claimed',
      partnerId: A,
      requestedCents: 150_000,
      reservedCents: 150_000,
      flags: [],
    });
    expect(headers).toMatchObject({
      location: `/v1/claims/${json.id}`,
      etag: '"r1"',
      'log-sequence': String((await api.logLength()) - 1),
      'content-type': 'application/json; charset=utf-8',
    });
    expect(headers['idempotent-replayed']).toBeUndefined();
  });

  it('writes who, in which role, vouched for by whom, under which request (G31)', async () => {
    const id = 'client-chosen-1';
    await claim(1, {}, { 'request-id': id });
    const events = [];
    for await (const event of api.store.readStream('incentives-1', 1)) events.push(JSON.parse(event.metadata));
    expect(events).toMatchObject([
      {
        actor: ana,
        principal: ana,
        role: 'partner-staff',
        authentication: { issuer: 'urn:rpn:local', method: 'bearer' },
        correlationId: id,
        command: { name: 'ClaimIncentive' },
      },
    ]);
  });

  it('16, 17: gives the first reply again for the same key and body, and refuses another body', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const first = await claim(1, {}, key);
    const length = await api.logLength();
    const quoted = await claim(1, {}, { 'idempotency-key': `"${key['idempotency-key'].toUpperCase()}"` });
    expect([quoted.status, quoted.json, quoted.headers['idempotent-replayed']]).toEqual([201, first.json, 'true']);
    for (const header of ['etag', 'location', 'log-sequence'])
      expect(quoted.headers[header]).toBe(first.headers[header]);
    const other = await claim(2, {}, key);
    expect([other.status, other.json.code]).toEqual([422, 'KEY_REUSED']);
    // The same key of another person, or at another address, is another command.
    expect((await api.post('/v1/claims', claimOf(evidence, 3), abe, key)).status).toBe(201);
    expect((await api.post(`/v1/claims/${first.json.id}/withdraw`, {}, ana, key)).status).toBe(200);
    expect(await api.logLength()).toBe(length + 2);
  });

  it('knows commands at two addresses apart, whatever their key', async () => {
    const key = { 'idempotency-key': randomUUID() };
    for (const n of [1, 2]) {
      const { json } = await claim(n);
      const { status, json: gone, headers } = await api.post(`/v1/claims/${json.id}/withdraw`, {}, ana, key);
      expect([status, gone.id, headers['idempotent-replayed']]).toEqual([200, json.id, undefined]);
    }
  });

  it('knows a command by its address however that is escaped', async () => {
    const { json } = await claim(1);
    const key = { 'idempotency-key': randomUUID() };
    const first = await api.post(`/v1/claims/${json.id}/withdraw`, {}, ana, key);
    const again = await api.post(`/v1/claims/%63${json.id.slice(1)}/withdraw`, {}, ana, key);
    expect([first.status, again.status, again.headers['idempotent-replayed']]).toEqual([200, 200, 'true']);
  });

  it('20: 50 equal requests at once have one effect and one reply', async () => {
    const length = await api.logLength();
    const key = { 'idempotency-key': randomUUID() };
    const replies = await Promise.all(Array.from({ length: 50 }, () => claim(1, {}, key)));
    expect(new Set(replies.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(replies.filter(({ headers }) => headers['idempotent-replayed'] === undefined)).toHaveLength(1);
    expect(await api.logLength()).toBe(length + 1);
  });

  it('42: 100 racing claims of which few fit: the cap holds, every refusal is on record', async () => {
    const length = await api.logLength();
    const replies = await Promise.all(Array.from({ length: 100 }, (_, n) => claim(n + 1)));
    const accepted = replies.filter(({ status }) => status === 201);
    const refused = replies.filter(({ status, json }) => status === 422 && json.code === 'CAP_EXCEEDED');
    expect(accepted.length + refused.length).toBe(100);
    expect(accepted.reduce((sum, { json }) => sum + json.reservedCents, 0)).toBe(2_500_000);
    expect(await api.logLength()).toBe(length + 100);
    expect(refused[0]!.json).toMatchObject({
      because: 'CAP_EXCEEDED',
      figures: { capCents: 2_500_000, headroomCents: 0, neededCents: 30_000 },
      wouldPass: { headroomCents: 30_000 },
    });
    expect(refused[0]!.headers['log-sequence']).toMatch(/^\d+$/);
  });

  it('G4: pins a refusal to its key', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const first = await claim(1, { outcomeDate: '2026-09-01' }, key);
    api.clock.at = '2026-09-02T12:00:00.000Z' as typeof api.clock.at;
    const again = await claim(1, { outcomeDate: '2026-09-01' }, key);
    expect([first.status, first.json.code, again.status]).toEqual([422, 'OUTCOME_IN_FUTURE', 422]);
    expect({ ...again.json, requestId: '' }).toEqual({ ...first.json, requestId: '' });
    expect(again.headers['idempotent-replayed']).toBe('true');
  });

  it('lets the same key be tried again after a "not now"', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const { json } = await claim(1);
    const early = await api.post(`/v1/claims/${json.id}/approve`, {}, pat, key);
    await api.post(`/v1/claims/${json.id}/verify`, {}, pia);
    const late = await api.post(`/v1/claims/${json.id}/approve`, {}, pat, key);
    expect([early.status, early.json.code, late.status]).toEqual([409, 'NOT_OPEN', 200]);
    expect(late.json).toMatchObject({ status: 'approved', approvedCents: 150_000 });
  });

  it('decides a dry run and stores nothing', async () => {
    const length = await api.logLength();
    const key = { 'idempotency-key': randomUUID() };
    const ask = (n: number, more: object = {}): Promise<Got> =>
      api.post('/v1/claims?dryRun=true', claimOf(evidence, n, more), ana, key);
    const would = await ask(1);
    expect([would.status, would.json.dryRun, would.json.status, would.headers['location']]).toEqual([
      200,
      true,
      'claimed',
      undefined,
    ]);
    const refused = await ask(1, { outcomeDate: '2027-01-01' });
    expect([refused.status, refused.json.code, refused.json.dryRun]).toEqual([422, 'OUTCOME_IN_FUTURE', true]);
    const upload = await api.upload(Buffer.concat([PDF, PDF]), ana, { query: '?dryRun=true' });
    expect([upload.status, upload.json.dryRun, api.blobs.blobs.has(upload.json.sha256)]).toEqual([200, true, false]);
    expect(await api.logLength()).toBe(length);
    // The key was not used up.
    expect((await claim(2, {}, key)).status).toBe(201);
  });

  it('35: names the bound that an amount broke, and what would pass', async () => {
    const { json } = await claim(1);
    await api.post(`/v1/claims/${json.id}/verify`, {}, pia);
    const approve = (approvedCents: unknown): Promise<Got> =>
      api.post(`/v1/claims/${json.id}/approve`, { approvedCents }, pat);
    for (const [cents, code, bound] of [
      [0, 'BELOW_MINIMUM', 30_000],
      [29_999, 'BELOW_MINIMUM', 30_000],
      [150_001, 'ABOVE_CATALOGUE', 150_000],
    ] as const) {
      const got = await approve(cents);
      expect([got.status, got.json.code, got.json.wouldPass]).toEqual([422, code, { approvedCents: bound }]);
    }
    expect((await approve(150_000)).status).toBe(200);
  });

  it('takes a partner in, with one slug to each, and its people', async () => {
    const partner = {
      slug: 'codeva',
      name: 'CodeVA',
      states: ['VA'],
      territory: 'Virginia',
      timeZone: 'America/New_York',
      since: '2017-07-01',
    };
    const key = { 'idempotency-key': randomUUID() };
    const made = await api.post('/v1/partners', partner, pia, key);
    expect([made.status, made.json.slug, made.headers['location']]).toEqual([
      201,
      'codeva',
      `/v1/partners/${made.json.id}`,
    ]);
    const again = await api.post('/v1/partners', partner, pia, key);
    expect([again.status, again.json]).toEqual([201, made.json]);
    const taken = await api.post('/v1/partners', partner, pia);
    expect([taken.status, taken.json.code]).toEqual([409, 'SLUG_TAKEN']);
    const people = `/v1/partners/${made.json.id}/people`;
    expect((await api.post(people, { personId: abe, role: 'champion', from: '2026-01-01' }, pia)).status).toBe(200);
    const pause = await api.post(`/v1/partners/${made.json.id}/pause`, { reason: 'Audit' }, pia, {
      'if-match': '"r1"',
    });
    expect([pause.status, pause.json.status, pause.headers['etag']]).toEqual([200, 'paused', '"r2"']);
  });

  it('goes by the roles of this moment, whatever the token remembers', async () => {
    const { json } = await claim(1);
    const people = { personId: pat, role: 'champion', from: '2026-01-01' };
    expect((await api.post(`/v1/partners/${A}/people`, people, pia)).status).toBe(200);
    expect((await api.get('/v1/me', pat)).json.roles).toEqual(['program-staff', 'champion']);
    await api.record(`person-${pat}`, 1, RoleRevoked({ personId: pat, role: 'program-staff', reason: 'Left' }));
    expect((await api.get('/v1/me', pat)).json.roles).toEqual(['champion']);
    const refused = await api.post(`/v1/claims/${json.id}/verify`, {}, pat);
    expect([refused.status, refused.json.code]).toEqual([403, 'FORBIDDEN']);
  });
});

describe('when the machine cannot', () => {
  type Append = EventStore['append'];
  const openWith = async (append: (store: MemoryEventStore, ...given: Parameters<Append>) => ReturnType<Append>) => {
    const store = new MemoryEventStore();
    const own = store.append.bind(store);
    const api = await TestApi.open({ store });
    const { sha256 } = (await api.upload(PDF)).json;
    store.append = (...given) => append(Object.assign(store, { own }), ...given);
    return { api, store, own, sha256 };
  };

  it('71: an unknown outcome is 503, and the same key is safe', async () => {
    const { api, store, own, sha256 } = await openWith(async () => ({ kind: 'unknown', why: 'timeout' }));
    const key = { 'idempotency-key': randomUUID() };
    const lost = await api.post('/v1/claims', claimOf(sha256, 1), ana, key);
    expect([lost.status, lost.json.code, lost.headers['retry-after']]).toEqual([503, 'UNKNOWN_OUTCOME', '1']);
    store.append = own;
    expect((await api.post('/v1/claims', claimOf(sha256, 1), ana, key)).status).toBe(201);
    await api.close();
  });

  it('72: a full disk is 507, and service resumes', async () => {
    const { api, store, own, sha256 } = await openWith(async () => ({ kind: 'full', why: 'ENOSPC' }));
    const full = await api.post('/v1/claims', claimOf(sha256, 1), ana);
    expect([full.status, full.json.code]).toEqual([507, 'DISK_FULL']);
    store.append = own;
    expect((await api.post('/v1/claims', claimOf(sha256, 1), ana)).status).toBe(201);
    await api.close();
  });

  it('a bug is 500 without a word of it', async () => {
    const { api, sha256 } = await openWith(async () => {
      throw new Error('secret: account 4711');
    });
    const got = await api.post('/v1/claims', claimOf(sha256, 1), ana);
    expect([got.status, got.json.code]).toEqual([500, 'INTERNAL']);
    expect(got.text).not.toContain('4711');
    await api.close();
  });

  it('G10: waits for the views of what it recorded, but never long', async () => {
    const asked: [readonly string[], number, number][] = [];
    const reached: Waiter['reached'] = async (events, sequence, ms) => {
      asked.push([events.map(({ type }) => type), sequence, ms]);
      return false;
    };
    const api = await TestApi.open({ reached });
    const got = await api.upload(PDF);
    expect([got.status, asked]).toEqual([201, [[['EvidenceReceived'], Number(got.headers['log-sequence']), 500]]]);
    await api.close();
  });
});
