import { entityId } from '#kernel/ids/entity-id';
import { uuidOf } from '#kernel/ids/uuid';
import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import type { Got, Sent } from '../../test/support/api';
import { adam, nobody } from '../../test/support/bare-log';
import { TestApi } from '../../test/support/api';
import { A, abe, ana, B, bob, file, pat, pia } from '../../test/support/network';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF\n');
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const noClaim = entityId('clm', uuidOf('no such claim'));

/** Bad input of guarantees.md section 5, over HTTP; by the numbers of its rows. */
describe('bad input', () => {
  let api: TestApi;
  let evidence: string;
  let length: number;

  beforeAll(async () => {
    api = await TestApi.open();
    evidence = (await api.upload(PDF)).json.sha256;
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    length = await api.logLength();
  });

  const claim = (more: object = {}): object => ({
    partnerId: A,
    outcomeType: 'cs-staff-appointed',
    subjectId: 'lea:0100001',
    outcomeDate: '2026-08-01',
    evidence: [{ kind: 'appointment-letter', sha256: evidence }],
    ...more,
  });

  /** A problem of the code, complete, with the log as long as it was. */
  async function expectProblem(got: Got, status: number, code: string, growth = 0): Promise<void> {
    expect([got.status, got.json?.code]).toEqual([status, code]);
    expect(got.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(got.json).toMatchObject({ type: `/problems/${code}`, status, requestId: got.headers['request-id'] });
    for (const member of ['title', 'detail', 'instance']) expect(typeof got.json[member]).toBe('string');
    expect(got.headers['cache-control']).toBe('no-store');
    expect(await api.logLength()).toBe(length + growth);
  }

  describe('who is asking', () => {
    it('1: no Authorization', async () => {
      const got = await api.post('/v1/claims', claim(), ana, { authorization: undefined });
      await expectProblem(got, 401, 'TOKEN_MISSING');
      expect(got.headers['www-authenticate']).toBe('Bearer realm="rpn"');
    });

    const now = Math.floor(Date.now() / 1_000);
    it.each([
      ['4: expired', { exp: now - 60 }, {}],
      ['4: not yet valid', { nbf: now + 120 }, {}],
      ['4: too old', { iat: now - 9 * 3_600 }, {}],
      ['of another issuer', { iss: 'https://elsewhere.example' }, {}],
      ['for another audience', { aud: 'elsewhere' }, {}],
      ['without an end', { exp: undefined }, {}],
      ['without a beginning', { iat: undefined }, {}],
      ['for nobody', { sub: undefined }, {}],
      ['for a name that is no person’s id', { sub: 'root' }, {}],
      ['of another type', {}, { typ: 'JWT' }],
      ['3: with its own key’s address', {}, { jku: 'http://127.0.0.1:1/keys' }],
      ['3: with its own key', {}, { jwk: { kty: 'OKP', crv: 'Ed25519', x: 'AAAA' } }],
    ])('refuses a token %s', async (_name, claims, header) => {
      const authorization = `Bearer ${await api.token(ana, claims, header)}`;
      const got = await api.post('/v1/claims', claim(), ana, { authorization });
      await expectProblem(got, 401, 'TOKEN_INVALID');
      expect(got.headers['www-authenticate']).toContain('error="invalid_token"');
    });

    it.each([
      'Bearer',
      'Bearer ',
      'Basic YTpi',
      'Bearer a b',
      'bearer x.y.z',
      'Bearer eyJhbGciOiJub25lIn0.e30.',
      `Bearer ${'a'.repeat(9_000)}`,
    ])('refuses the header %.40s', async (authorization) => {
      const got = await api.get('/v1/me', undefined, { authorization });
      expect(got.status).toBe(401);
      expect(got.headers['www-authenticate']).toContain('Bearer');
    });

    it('refuses a token that another key signed, and one that was changed', async () => {
      const { privateKey } = (await import('node:crypto')).generateKeyPairSync('ed25519');
      const forged = await api.token(ana, {}, {}, privateKey);
      await expectProblem(
        await api.get('/v1/me', undefined, { authorization: `Bearer ${forged}` }),
        401,
        'TOKEN_INVALID',
      );
      const [head, , signature] = (await api.token(ana)).split('.');
      const other = Buffer.from(JSON.stringify({ sub: pia })).toString('base64url');
      const changed = `Bearer ${head}.${other}.${signature}`;
      await expectProblem(await api.get('/v1/me', undefined, { authorization: changed }), 401, 'TOKEN_INVALID');
    });

    it('7: a valid token of somebody unknown', async () => {
      await expectProblem(await api.post('/v1/claims', claim(), nobody), 403, 'SUBJECT_UNKNOWN');
    });

    it('names the roles that may', async () => {
      const got = await api.post('/v1/claims', claim(), pia);
      await expectProblem(got, 403, 'FORBIDDEN');
      expect(got.json.figures).toEqual({ command: 'ClaimIncentive', needs: 'partner-staff', held: 'program-staff' });
      await expectProblem(await api.post(`/v1/claims/${noClaim}/approve`, {}, ana), 403, 'FORBIDDEN');
      await expectProblem(await api.post('/v1/partners', {}, adam), 403, 'FORBIDDEN');
    });

    it('looks at nothing else before it knows who asks', async () => {
      const got = await api.post('/v1/claims', '{"broken', ana, {
        authorization: undefined,
        'content-type': 'text/plain',
      });
      await expectProblem(got, 401, 'TOKEN_MISSING');
    });
  });

  describe('the key', () => {
    it.each([
      ['14: missing', undefined, 'IDEMPOTENCY_KEY_MISSING'],
      ['empty', '', 'IDEMPOTENCY_KEY_MISSING'],
      ['no UUID', '42', 'IDEMPOTENCY_KEY_FORMAT'],
      ['two', `${randomUUID()}, ${randomUUID()}`, 'IDEMPOTENCY_KEY_FORMAT'],
    ])('%s', async (_name, key, code) => {
      await expectProblem(await api.post('/v1/claims', claim(), ana, { 'idempotency-key': key }), 400, code);
    });
  });

  describe('the body', () => {
    it.each([
      ['22', '', 'BODY_MISSING'],
      ['22', undefined, 'BODY_MISSING'],
      ['22', 'null', 'BODY_NOT_OBJECT'],
      ['22', '[]', 'BODY_NOT_OBJECT'],
      ['22', '"x"', 'BODY_NOT_OBJECT'],
      ['22', '42', 'BODY_NOT_OBJECT'],
      ['', '{', 'BAD_JSON'],
      ['', Buffer.from([0x7b, 0xff, 0x7d]), 'BAD_JSON'],
      ['24', '{"amount":"1","amount":"9"}', 'DUPLICATE_KEY'],
      ['27', '{"a":'.repeat(33) + '1' + '}'.repeat(33), 'TOO_DEEP'],
      ['', '{"__proto__":{"role":"admin"}}', 'UNKNOWN_FIELD'],
      ['', '{"note":"\\ud800"}', 'TEXT_FORMAT'],
      ['', '{"units":1e999}', 'NUMBER_UNSAFE'],
    ])('%s: %.40s', async (_row, body, code) => {
      await expectProblem(await api.post('/v1/claims', body, ana), 400, code);
      await expectProblem(await api.post(`/v1/claims/${noClaim}/withdraw`, body, ana), 400, code);
    });

    it('27: by size, before a byte of it is read', async () => {
      await expectProblem(await api.post('/v1/claims', '['.repeat(900_000), ana), 413, 'BODY_TOO_LARGE');
      const chunked = { 'transfer-encoding': 'chunked' };
      await expectProblem(await api.post('/v1/claims', '['.repeat(300_000), ana, chunked), 413, 'BODY_TOO_LARGE');
    });

    it.each(['status', 'approvedBy', 'createdAt', 'id', 'claimId', 'hasOwnProperty', 'requestedCents'])(
      '26: unknown field %s',
      async (name) => {
        const got = await api.post('/v1/claims', claim({ [name]: 'APPROVED' }), ana);
        await expectProblem(got, 400, 'UNKNOWN_FIELD');
        expect(got.json.errors).toEqual([
          { pointer: `#/${name}`, code: 'UNKNOWN_FIELD', detail: `There is no field “${name}” here.` },
        ]);
      },
    );

    it.each([
      undefined,
      'text/plain',
      'multipart/form-data; boundary=x',
      'application/x-www-form-urlencoded',
      'application/jsonx',
      'application/problem+json',
      'application/json; charset=latin1',
      'application/json, text/plain',
      'json',
    ])('30: Content-Type %s', async (type) => {
      await expectProblem(await api.post('/v1/claims', claim(), ana, { 'content-type': type }), 415, 'MEDIA_TYPE');
    });

    it('30: an encoded body', async () => {
      await expectProblem(
        await api.post('/v1/claims', claim(), ana, { 'content-encoding': 'gzip' }),
        415,
        'MEDIA_TYPE',
      );
    });

    it.each(['10.5', '"1500"', '9007199254740993', '-5', 'null', 'true', '[7]', '-0', '1e30', '{}'])(
      '34: amount %s',
      async (amount) => {
        const got = await api.post(`/v1/claims/${noClaim}/approve`, `{"approvedCents":${amount}}`, pia);
        await expectProblem(got, 400, 'AMOUNT_FORMAT');
        expect(got.json.errors[0].pointer).toBe('#/approvedCents');
      },
    );

    it.each(['2026-02-30', '2026-13-01', '29 Feb 2027', '', '2026-8-1', '2026-08-01T00:00:00Z', 20260801])(
      '47: date %j',
      async (outcomeDate) => {
        await expectProblem(await api.post('/v1/claims', claim({ outcomeDate }), ana), 400, 'DATE_FORMAT');
      },
    );

    it.each([[{ $gt: '' }], [['lea:0100001']], [7], [null]])('61: %j where a text is due', async (subjectId) => {
      await expectProblem(await api.post('/v1/claims', claim({ subjectId }), ana), 400, 'SUBJECT_FORMAT');
    });

    it('tells all that is wrong at once', async () => {
      const got = await api.post(
        '/v1/claims',
        claim({ outcomeDate: 'x', units: '5', by: 1, evidence: [{ kind: 'x' }] }),
        ana,
      );
      await expectProblem(got, 400, 'INVALID_BODY');
      const said = got.json.errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`);
      expect(said).toEqual([
        '#/by UNKNOWN_FIELD',
        '#/outcomeDate DATE_FORMAT',
        '#/units INTEGER',
        '#/evidence/0/kind TEXT_FORMAT',
        '#/evidence/0/sha256 REQUIRED',
      ]);
    });
  });

  describe('the address', () => {
    it.each([
      ['63: another prefix', `/v1/claims/${A}/approve`, 400, 'ID_FORMAT'],
      ['63: upper case', `/v1/claims/${noClaim.toUpperCase()}/approve`, 400, 'ID_FORMAT'],
      ['63: 101 characters', `/v1/claims/${'a'.repeat(101)}/approve`, 404, 'NOT_FOUND'],
      ['63: %00', `/v1/claims/${noClaim}%00/approve`, 400, 'ID_FORMAT'],
      ['63: %00 alone', '/v1/claims/%00/approve', 400, 'ID_FORMAT'],
      ['63: ..%2f', '/v1/claims/..%2f/approve', 404, 'NOT_FOUND'],
      ['63: ..%2f and more', `/v1/claims/..%2fclaims%2f${noClaim}/approve`, 404, 'NOT_FOUND'],
      ['a broken escape', '/v1/claims/%ff/approve', 400, 'BAD_URL'],
      ['an empty id', '/v1/claims//approve', 404, 'NOT_FOUND'],
      ['a trailing slash', `/v1/claims/${noClaim}/approve/`, 404, 'NOT_FOUND'],
      ['another case', `/V1/claims/${noClaim}/approve`, 404, 'NOT_FOUND'],
      ['absent', `/v1/claims/${noClaim}/approve`, 404, 'NOT_FOUND'],
      ['67: unknown', '/v1/nothing', 404, 'NOT_FOUND'],
      ['61: unknown query', '/v1/claims?status[$ne]=x', 400, 'UNKNOWN_PARAMETER'],
      ['dryRun=1', '/v1/claims?dryRun=1', 400, 'PARAMETER_FORMAT'],
      ['dryRun twice', '/v1/claims?dryRun=true&dryRun=true', 400, 'PARAMETER_FORMAT'],
    ])('%s', async (_name, path, status, code) => {
      const isClaim = path.startsWith('/v1/claims?');
      await expectProblem(await api.post(path, isClaim ? claim() : {}, isClaim ? ana : pia), status, code);
    });

    it('9: another partner’s claim looks absent', async () => {
      const made = await api.post('/v1/claims', claim({ subjectId: 'lea:0100009' }), ana);
      length = await api.logLength();
      const foreign = await api.post(`/v1/claims/${made.json.id}/withdraw`, {}, bob);
      const absent = await api.post(`/v1/claims/${noClaim}/withdraw`, {}, bob);
      await expectProblem(foreign, 404, 'NOT_FOUND');
      expect({ ...foreign.json, instance: '', requestId: '' }).toEqual({ ...absent.json, instance: '', requestId: '' });
      await expectProblem(await api.post('/v1/claims', claim({ partnerId: B }), ana), 404, 'NOT_FOUND');
    });

    it.each([
      ['DELETE', '/v1/claims', 'OPTIONS, POST'],
      ['PUT', `/v1/claims/${noClaim}/approve`, 'OPTIONS, POST'],
      ['PATCH', '/v1/me', 'GET, HEAD, OPTIONS'],
      ['TRACE', '/v1/claims', 'OPTIONS, POST'],
      ['PROPFIND', '/v1/claims', 'OPTIONS, POST'],
      ['POST', '/v1/me', 'GET, HEAD, OPTIONS'],
    ])('67: %s %s', async (method, path, allow) => {
      const authorization = `Bearer ${await api.token(pia)}`;
      const got = await api.send({ method, path, headers: { authorization } });
      await expectProblem(got, 405, 'METHOD_NOT_ALLOWED');
      expect(got.headers['allow']).toBe(allow);
    });

    it('67: X-HTTP-Method-Override is ignored, OPTIONS answered', async () => {
      const override = { 'x-http-method-override': 'POST' };
      expect((await api.get('/v1/me', ana, override)).status).toBe(200);
      const options = await api.send({ method: 'OPTIONS', path: '/v1/claims' });
      expect([options.status, options.headers['allow']]).toEqual([204, 'OPTIONS, POST']);
    });

    it.each([
      'GET / HTTP/9.9\r\n\r\n',
      'BLAH\r\n\r\n',
      `GET / HTTP/1.1\r\nhost: x\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`,
    ])('answers bytes that are not HTTP: %.20s', async (bytes) => {
      const answer = await new Promise<string>((resolve) => {
        let text = '';
        const socket = connect(api.port, '127.0.0.1', () => socket.write(bytes));
        socket.on('data', (chunk) => (text += chunk.toString()));
        socket.on('close', () => resolve(text));
      });
      expect(answer).toMatch(/^HTTP\/1\.1 4(00|31) /);
      expect(answer).toContain('application/problem+json');
    });
  });

  describe('If-Match', () => {
    it('45: stale, any, no number, and where nothing exists', async () => {
      const made = await api.post('/v1/claims', claim({ subjectId: 'lea:0100045' }), ana);
      const etag = String(made.headers['etag']);
      length = await api.logLength();
      const verify = (ifMatch: string): Promise<Got> =>
        api.post(`/v1/claims/${made.json.id}/verify`, {}, pia, { 'if-match': ifMatch });
      for (const wrong of ['*', '17', '"17"', 'r17', 'W/"r17"', '"r17", "r18"', '"r-1"', '"rx"', '']) {
        await expectProblem(await verify(wrong), 400, 'IF_MATCH_FORMAT');
      }
      await expectProblem(await verify('"r0"'), 412, 'STALE');
      await expectProblem(await api.post('/v1/claims', claim(), ana, { 'if-match': '"r1"' }), 400, 'IF_MATCH_FORMAT');
      expect((await verify(etag)).status).toBe(200);
    });
  });

  describe('evidence', () => {
    it.each([
      ['html', Buffer.from('<!doctype html><script>alert(1)</script>'), 415, 'FILE_TYPE'],
      ['svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'), 415, 'FILE_TYPE'],
      [
        'exe named pdf',
        Buffer.concat([Buffer.from('MZ\x90\x00\x03\x00\x00\x00'), Buffer.alloc(200)]),
        415,
        'FILE_TYPE',
      ],
      ['zip', Buffer.from('504b0506' + '00'.repeat(18), 'hex'), 415, 'FILE_TYPE'],
      ['text', Buffer.from('hello'), 415, 'FILE_TYPE'],
      ['nothing', Buffer.alloc(0), 422, 'EMPTY_FILE'],
      ['too much', Buffer.concat([PDF, Buffer.alloc(10 * 1024 * 1024)]), 413, 'FILE_TOO_LARGE'],
    ])('55: %s', async (_name, bytes, status, code) => {
      await expectProblem(await api.upload(bytes), status, code);
      expect([...api.blobs.blobs.values()]).not.toContainEqual(bytes);
    });

    it('takes a form of one file, and nothing else', async () => {
      await expectProblem(await api.upload(PDF, ana, { name: 'other' }), 400, 'UPLOAD_FORM');
      await expectProblem(await api.post('/v1/evidence', {}, ana), 415, 'MEDIA_TYPE');
      const form = { 'content-type': 'multipart/form-data; boundary=x' };
      for (const body of ['', 'x', '--x--', '--x\r\n\r\n']) {
        await expectProblem(await api.post('/v1/evidence', body, ana, form), 400, 'UPLOAD_FORM');
      }
      const noBoundary = { 'content-type': 'multipart/form-data' };
      await expectProblem(await api.post('/v1/evidence', 'x', ana, noBoundary), 415, 'MEDIA_TYPE');
    });

    it('judges by content and keeps the file before the event', async () => {
      const got = await api.upload(PNG, ana, { filename: 'x.exe' });
      expect([got.status, got.json.mediaType, got.json.bytes]).toEqual([201, 'image/png', PNG.length]);
      expect(api.blobs.blobs.has(got.json.sha256)).toBe(true);
    });
  });

  it('never answers 5xx to any of these, whatever the route', async () => {
    const bodies: Sent['body'][] = ['{}', '[]', 'null', '', '{"a":1}', '{"id":null}', '{"evidence":[[]]}', '\u0000'];
    const routes = [
      '/v1/claims',
      '/v1/partners',
      '/v1/evidence',
      ...['verify', 'approve', 'deny', 'withdraw'].map((act) => `/v1/claims/${noClaim}/${act}`),
    ];
    const transitions = ['pause', 'reactivate', 'exit', 'people'].map((act) => `/v1/partners/${A}/${act}`);
    for (const path of [...routes, ...transitions]) {
      for (const body of bodies) {
        for (const by of [ana, pia]) {
          const { status, json } = await api.post(path, body, by);
          expect([400, 403, 404, 415]).toContain(status);
          expect(typeof json.code).toBe('string');
        }
      }
    }
    expect(await api.logLength()).toBe(length);
  });

  it('20, 44: 409 for what has been done, and no two people in one', async () => {
    const { json } = await api.post('/v1/claims', claim({ subjectId: 'lea:0100044' }), abe);
    expect((await api.post(`/v1/claims/${json.id}/verify`, {}, pia)).status).toBe(200);
    length = await api.logLength();
    await expectProblem(await api.post(`/v1/claims/${json.id}/approve`, {}, pia), 403, 'SOD', 1);
    const key = { 'idempotency-key': randomUUID() };
    const first = await api.post(`/v1/claims/${json.id}/approve`, {}, pat, key);
    const second = await api.post(`/v1/claims/${json.id}/approve`, {}, pat, key);
    expect([first.status, second.status, second.headers['idempotent-replayed']]).toEqual([200, 200, 'true']);
    expect(second.json).toEqual(first.json);
    length = await api.logLength();
    await expectProblem(await api.post(`/v1/claims/${json.id}/approve`, {}, pat), 409, 'NOT_OPEN');
    await expectProblem(await api.post(`/v1/claims/${json.id}/withdraw`, {}, abe), 409, 'NOT_OPEN');
    expect(file('x')).toHaveLength(64);
  });
});
