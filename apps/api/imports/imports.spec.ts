import { EvidenceReceived } from '#contexts/incentives/events/evidence-received';
import { sha256 } from '#kernel/codec/digest';
import type { PersonId } from '#kernel/ids/entity-id';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import type { Got } from '../../../test/support/api';
import { adam } from '../../../test/support/bare-log';
import { TestApi } from '../../../test/support/api';
import { A, ana, bob, pat, pia } from '../../../test/support/network';

// A file of the greatest length is a second's work of an idle core, and cores here are seldom idle.
jest.setTimeout(60_000);

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.open();
});
afterAll(() => api.close());

const upload = (
  text: string | Uint8Array,
  query: string,
  by: PersonId = pia,
  key: string = randomUUID(),
): Promise<Got> =>
  api.upload(Buffer.from(text as string), by, {
    ...{ path: '/v1/imports', filename: 'rows.csv', query },
    headers: { 'idempotency-key': key },
  });
const apply = (
  id: string,
  planHash: string,
  by: PersonId = pia,
  query = '',
  key: string = randomUUID(),
): Promise<Got> => api.post(`/v1/imports/${id}/apply${query}`, { planHash }, by, { 'idempotency-key': key });

let taken = 5_100_000;
/** Three rows about districts that no other example names: one repaired, one rejected. */
function signups(): string {
  taken += 1;
  const short = String(taken).replace(/^51/, '1');
  return `district_id,month_closed,tier\n${taken},2024-09-18,2\n${short},2024-08-08,1\n,2024-08-08,1\n`;
}

describe('an import over HTTP', () => {
  it('is planned, applied as planned, and told in the same words', async () => {
    const before = await api.logLength();
    const { status, json, headers } = await upload(signups(), '?kind=signups');
    expect(status).toBe(201);
    expect(headers['location']).toBe(`/v1/imports/${json.id}`);
    expect(json).toMatchObject({
      ...{ status: 'received', kind: 'signups', mode: 'per-row', applies: true },
      counts: { rows: 3, applied: 1, repaired: 1, already: 0, rejected: 1 },
    });
    expect(await api.logLength()).toBe(before + 1);

    const applied = await apply(json.id, json.planHash);
    expect(applied.status).toBe(200);
    const { bytes: _bytes, expectCents: _cents, expectRows: _rows, fill: _fill, sha256: _sha, ...plan } = json;
    expect(applied.json).toEqual({ ...plan, sha256: json.sha256, status: 'applied' });
    expect(await api.logLength()).toBe(before + 4);

    const { json: read } = await api.get(`/v1/imports/${json.id}`, pia);
    expect(read).toEqual({ ...json, status: 'applied' });
  });

  it('names the import as the cause of what its rows did', async () => {
    const { json } = await upload(signups(), '?kind=signups');
    await apply(json.id, json.planHash);
    const events = [];
    for await (const event of api.store.readStream(`district-lea:${taken}`, 0)) events.push(JSON.parse(event.metadata));
    const received = [];
    for await (const event of api.store.readStream(`import-${json.id}`, 0)) received.push(event.id);
    expect(events[0]).toMatchObject({ actor: pia, role: 'program-staff', causationId: received[0] });
  });

  it('has one effect a key: upload and order', async () => {
    const text = signups();
    const [key, order] = [randomUUID(), randomUUID()];
    const first = await upload(text, '?kind=signups', pia, key);
    const { id, planHash } = first.json;
    const applied = await apply(id, planHash, pia, '', order);
    const length = await api.logLength();
    // After the rows are there, a retry is told what the first try was told.
    const again = await upload(text, '?kind=signups', pia, key);
    expect([again.json, again.headers['idempotent-replayed']]).toEqual([first.json, 'true']);
    const appliedAgain = await apply(id, planHash, pia, '', order);
    expect([appliedAgain.json, appliedAgain.headers['idempotent-replayed']]).toEqual([applied.json, 'true']);
    expect((await upload(signups(), '?kind=signups', pia, key)).json.code).toBe('KEY_REUSED');
    expect((await apply(id, 'e'.repeat(64), pia, '', order)).json.code).toBe('KEY_REUSED');
    expect((await apply(id, planHash)).json.code).toBe('ALREADY_APPLIED');
    expect(await api.logLength()).toBe(length);
  });

  it('a second upload of the same rows applies nothing', async () => {
    const text = signups();
    const { json } = await upload(text, '?kind=signups');
    await apply(json.id, json.planHash);
    const second = await upload(text, '?kind=signups');
    expect(second.json).toMatchObject({ applies: false, counts: { applied: 0, repaired: 0, already: 2, rejected: 1 } });
    const length = await api.logLength();
    expect((await apply(second.json.id, second.json.planHash)).status).toBe(200);
    expect(await api.logLength()).toBe(length + 1);
  });

  it('goes on with the rest where some of its rows are there already', async () => {
    const whole = signups();
    const { json } = await upload(whole, '?kind=signups');
    const part = await upload(whole.split('\n').slice(0, 2).join('\n'), '?kind=signups');
    await apply(part.json.id, part.json.planHash);
    const before = await api.logLength();
    const applied = await apply(json.id, json.planHash);
    // The same words as if it had done all of it, and one row and the end in the log.
    expect([applied.status, applied.json.counts]).toEqual([200, json.counts]);
    expect(await api.logLength()).toBe(before + 2);
  });

  it('is tried without a trace', async () => {
    const text = signups();
    const before = await api.logLength();
    const tried = await upload(text, '?kind=signups&dryRun=true');
    expect([tried.status, tried.json.dryRun, tried.json.counts.rows]).toEqual([200, true, 3]);
    const { json } = await upload(text, '?kind=signups');
    expect(json.planHash).toBe(tried.json.planHash);
    const order = await apply(json.id, json.planHash, pia, '?dryRun=true');
    expect([order.status, order.json.dryRun, order.json.rows]).toEqual([200, true, tried.json.rows]);
    expect(await api.logLength()).toBe(before + 1);
  });

  it('is not applied by another hash, nor after the log has moved', async () => {
    const { json } = await upload(signups(), '?kind=signups');
    const other = await apply(json.id, 'e'.repeat(64));
    expect([other.status, other.json.code, other.json.figures]).toEqual([
      ...[409, 'PLAN_CHANGED'],
      { planHash: json.planHash, yours: 'e'.repeat(64) },
    ]);
    await api.post(`/v1/districts/lea:${taken}/sign-up`, { signedOn: '2024-01-01', tier: 4 }, pia);
    const before = await api.logLength();
    const moved = await apply(json.id, json.planHash);
    expect([moved.status, moved.json.code]).toEqual([409, 'PLAN_CHANGED']);
    expect(await api.logLength()).toBe(before);
  });

  it('applies nothing where all rows have to pass', async () => {
    const { json } = await upload(signups(), '?kind=signups&mode=all-or-nothing');
    const before = await api.logLength();
    const { status, json: problem } = await apply(json.id, json.planHash);
    expect([json.applies, status, problem.code, problem.figures]).toEqual([
      ...[false, 422, 'ROWS_REJECTED'],
      { rejected: 1, rows: 3 },
    ]);
    expect(await api.logLength()).toBe(before);
  });

  it('gives back the rejected rows, to be mended and sent again', async () => {
    const { json } = await upload(signups(), '?kind=signups');
    const { text, headers } = await api.get(`/v1/imports/${json.id}/rejected.csv`, pia);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    expect(text).toBe(
      '\uFEFFdistrict_id,month_closed,tier,_line,_column,_code,_reason,_would_pass\r\n' +
        ',2024-08-08,1,4,district_id,REQUIRED,The cell is empty; its NCES id is due.,its NCES id\r\n',
    );
    const mended = await upload(text.replace('\r\n,', `\r\n${(taken += 1)},`), '?kind=signups');
    expect(mended.json.counts).toMatchObject({ rows: 1, applied: 1, rejected: 0 });
  });
});

describe('who may', () => {
  it('see an import: who brought it and auditors; to others it is absent', async () => {
    const { json } = await upload(signups(), '?kind=signups');
    const absent = `imp_${'a'.repeat(26)}`;
    const bodies = await Promise.all(
      [json.id, absent].map(async (id) => {
        const { status, json: problem } = await api.get(`/v1/imports/${id}`, pat);
        return [status, problem.code, problem.detail];
      }),
    );
    expect(bodies[0]).toEqual(bodies[1]);
    expect((await api.get(`/v1/imports/${json.id}/rejected.csv`, ana)).status).toBe(404);
    expect((await apply(json.id, json.planHash, pat)).status).toBe(404);
    expect((await api.get('/v1/imports/imp_1', pia)).json.code).toBe('ID_FORMAT');
    expect((await api.get(`/v1/imports/${json.id}?x=1`, pia)).json.code).toBe('UNKNOWN_PARAMETER');
  });

  it.each<[string, PersonId, string]>([
    ['signups', ana, 'program-staff'],
    ['signups', adam, 'program-staff'],
    ['partners', ana, 'program-staff'],
    ['claims', pia, 'partner-staff'],
    ['people', bob, 'admin or program-staff'],
  ])('import %s', async (kind, by, needs) => {
    const before = await api.logLength();
    const { status, json } = await upload('a\n', `?kind=${kind}`, by);
    expect([status, json.code, json.figures]).toEqual([403, 'FORBIDDEN', { kind, needs }]);
    expect(await api.logLength()).toBe(before);
  });

  it('claim: partner staff for their own partner', async () => {
    const file = { sha256: sha256('agreement'), bytes: 7, mediaType: 'application/pdf', partnerId: A };
    await api.record('incentives-1', -1, EvidenceReceived(file));
    const rows =
      'partner,outcomeType,subjectId,outcomeDate,requestedCents,evidence\n' +
      `partner-a,district-onboarded,0100390,2026-08-01,500000,district-agreement=${file.sha256}\n` +
      `partner-b,district-onboarded,0100391,2026-08-01,500000,district-agreement=${file.sha256}\n`;
    const { json } = await upload(rows, '?kind=claims&expectRows=2&expectCents=1000000', ana);
    expect(json).toMatchObject({ counts: { applied: 1, rejected: 1 }, rejectedBecause: { PARTNER_UNKNOWN: 1 } });
    expect((await apply(json.id, json.planHash, ana)).status).toBe(200);
    const claim = json.rows[0].reply;
    expect(claim).toMatchObject({ status: 'claimed', partnerId: A, reservedCents: 500_000 });
  });
});

describe('a file that cannot be used', () => {
  it.each<[string, string | Uint8Array, string, number, string]>([
    ['no kind', 'a\n', '', 400, 'PARAMETER_FORMAT'],
    ['an unknown kind', 'a\n', '?kind=grants', 400, 'PARAMETER_FORMAT'],
    ['an unknown parameter', 'a\n', '?kind=signups&x=1', 400, 'UNKNOWN_PARAMETER'],
    ['a filling that is none', 'a\n', '?kind=signups&fill=a', 400, 'PARAMETER_FORMAT'],
    ['no byte', '', '?kind=signups', 422, 'EMPTY_FILE'],
    ['another header', 'a,b\n1,2\n', '?kind=signups', 422, 'FILE_HEADER'],
    ['Latin-1', Buffer.from('district_id\né', 'latin1'), '?kind=signups', 422, 'FILE_ENCODING'],
    ['a workbook', Buffer.from([0x50, 0x4b, 3, 4, 20]), '?kind=signups', 422, 'FILE_NOT_CSV'],
    ['another count', 'district_id,month_closed,tier\n', '?kind=signups&expectRows=1', 422, 'CONTROL_TOTAL'],
    [
      'too many rows',
      `district_id,month_closed,tier\n${'1,2,3\n'.repeat(2_001)}`,
      '?kind=signups',
      422,
      'FILE_TOO_LONG',
    ],
    ['too many bytes', Buffer.alloc(10 * 1024 * 1024 + 1, 'a'), '?kind=signups', 413, 'FILE_TOO_LARGE'],
  ])('%s is told, and leaves nothing', async (_what, file, query, status, code) => {
    const [length, blobs] = [await api.logLength(), api.blobs.blobs.size];
    const got = await upload(file, query);
    expect([got.status, got.json.code]).toEqual([status, code]);
    expect([await api.logLength(), api.blobs.blobs.size]).toEqual([length, blobs]);
  });

  it('of the greatest length is planned in one go', async () => {
    const rows = Array.from({ length: 2_000 }, (_, n) => `${5_300_000 + n},2024-08-08,1\n`).join('');
    const { status, json } = await upload(`district_id,month_closed,tier\n${rows}`, '?kind=signups&dryRun=true');
    expect([status, json.counts.applied]).toEqual([200, 2_000]);
  });

  it('any bytes are answered, and never by a fault', async () => {
    const cells = fc.constantFrom(
      'district_id',
      'month_closed',
      'tier',
      '100390',
      '1E5',
      '"',
      ',',
      ';',
      '\n',
      '\r\n',
      '=1',
      '\0',
      'é',
    );
    const near = fc.array(cells, { maxLength: 40 }).map((parts) => Buffer.from(parts.join(',')));
    const noise = fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes));
    const kinds = fc.constantFrom('partners', 'people', 'signups');
    await fc.assert(
      fc.asyncProperty(fc.oneof(near, noise), kinds, async (file, kind) => {
        const { status } = await upload(file, `?kind=${kind}&dryRun=true`);
        expect([200, 400, 422]).toContain(status);
      }),
      { numRuns: 300 },
    );
  });
});
