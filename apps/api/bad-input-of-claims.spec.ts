import { RoleGranted } from '#contexts/access/events/role-granted';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Got } from '../../test/support/api';
import { TestApi } from '../../test/support/api';
import { A, abe, ana, pat, pia } from '../../test/support/network';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF\n');

/** Rows of guarantees.md section 5 that take more than one request. */
describe('bad input that needs a history', () => {
  let api: TestApi;
  let evidence: string;
  beforeAll(async () => {
    api = await TestApi.open();
    evidence = (await api.upload(PDF)).json.sha256;
  });
  afterAll(() => api.close());

  const claim = (subjectId: string, more: object = {}, by = ana): Promise<Got> =>
    api.post(
      '/v1/claims',
      {
        ...{ partnerId: A, outcomeType: 'cs-staff-appointed', subjectId, outcomeDate: '2026-08-01' },
        evidence: [{ kind: 'appointment-letter', sha256: evidence }],
        ...more,
      },
      by,
    );
  const act = (claimed: Got, name: string, by = pia, body: object = {}, key = randomUUID()): Promise<Got> =>
    api.post(`/v1/claims/${claimed.json.id}/${name}`, body, by, { 'idempotency-key': key });
  const told = ({ status, json }: Got): string => `${status} ${json.code ?? json.status}`;
  /** How many events it leaves behind. */
  async function growth(send: () => Promise<Got>): Promise<readonly [string, number]> {
    const before = await api.logLength();
    return [told(await send()), (await api.logLength()) - before];
  }

  it('3: fetches nothing from where a token says its key is', async () => {
    let asked = 0;
    const elsewhere = createServer((_request, reply) => {
      asked += 1;
      reply.end('{"keys":[]}');
    }).listen(0, '127.0.0.1');
    await once(elsewhere, 'listening');
    const url = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/keys`;
    for (const header of [{ jku: url }, { x5u: url }, { kid: url }]) {
      const authorization = `Bearer ${await api.token(ana, { iss: url }, header)}`;
      expect((await api.get('/v1/me', undefined, { authorization })).status).toBe(401);
    }
    expect(asked).toBe(0);
    elsewhere.close();
  });

  it('11: who submitted does not decide on it, in another role either', async () => {
    const claimed = await claim('lea:0100011', {}, abe);
    expect(told(await act(claimed, 'verify', abe))).toBe('403 FORBIDDEN');
    await api.record(`person-${abe}`, 0, RoleGranted({ personId: abe, role: 'program-staff' }));
    for (const name of ['verify', 'deny', 'request-information'] as const) {
      const body = { deny: { reason: 'x' }, 'request-information': { question: 'x?' }, verify: {} }[name];
      expect([name, ...(await growth(() => act(claimed, name, abe, body)))]).toEqual([name, '403 SOD', 1]);
    }
    expect(told(await act(claimed, 'verify', pia))).toBe('200 verified');
    expect(await growth(() => act(claimed, 'approve', abe))).toEqual(['403 SOD', 1]);
  });

  it('44: approves nothing that was withdrawn, and withdraws nothing twice but for the same key', async () => {
    const claimed = await claim('lea:0100044');
    expect(told(await act(claimed, 'verify'))).toBe('200 verified');
    const key = randomUUID();
    expect(told(await act(claimed, 'withdraw', ana, {}, key))).toBe('200 withdrawn');
    expect(await growth(() => act(claimed, 'approve', pat))).toEqual(['409 NOT_OPEN', 0]);
    expect(await growth(() => act(claimed, 'withdraw', ana))).toEqual(['409 NOT_OPEN', 0]);
    const again = await act(claimed, 'withdraw', ana, {}, key);
    expect([told(again), again.headers['idempotent-replayed']]).toEqual(['200 withdrawn', 'true']);
  });

  it('53: a code is the same however it is typed', async () => {
    const launched = (courseCode: string): Promise<Got> =>
      claim('school:010004400001', {
        ...{ outcomeType: 'course-launched', courseCode },
        evidence: [{ kind: 'course-page', sha256: evidence }],
      });
    expect(told(await launched('CSP'))).toBe('201 claimed');
    for (const typed of ['csp', 'C-S-P', ' C S P ', 'C\u00a0SP', 'C\u200bSP', '\uff23\uff33\uff30']) {
      const { json } = await launched(typed);
      expect([typed, json.because, json.figures.outcomeDate]).toEqual([typed, 'DUPLICATE_OUTCOME', '2026-08-01']);
    }
  });
});
