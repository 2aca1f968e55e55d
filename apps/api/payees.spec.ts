import { instant } from '#kernel/time/instant';
import { district } from '../../test/support/network';
import { partnerNamed, personNamed } from '../../test/support/a-founding';
import { ANetwork } from '../../test/support/a-network';

const alpha = `/v1/partners/${partnerNamed('alpha')}`;
const account = {
  ...{ accountHolder: 'Alpha Learning', routingNumber: '011000015' },
  ...{ accountNumber: '000123456789', accountType: 'checking' },
};
const note = 'Called Ana at the number on file.';

describe('the payee of a partner', () => {
  let net: ANetwork;
  beforeEach(async () => {
    net = await ANetwork.open();
  });
  afterEach(() => net.close());
  const ask = (by = 'pia') => net.as(by).post(`${alpha}/payee`, account);
  const confirm = (id: string, by = 'fin', body: object = { note }) =>
    net.as(by).post(`/v1/approvals/${id}/confirm`, body);
  const approved = async (n: number): Promise<void> => {
    const { id } = (await net.as('ana').claim('district-onboarded', district(n))).json;
    // The one proof of the founding serves all claims.
    const flagsAnswered = n === 1 ? [] : [{ flag: 'EVIDENCE_REUSED', reason: 'One agreement.' }];
    await net.as('pia').post(`/v1/claims/${id}/verify`, { flagsAnswered });
    await net.as('pat').post(`/v1/claims/${id}/approve`, {});
    await net.settle();
  };
  const payables = async () =>
    (await net.as('fin').get('/v1/payables?sort=decidedAt')).json.data.map(
      ({ status, holds }: { status: string; holds: readonly string[] }) => [status, ...holds],
    );

  it('is changed by two people, of whom finance has called back, and not paid for 24 hours', async () => {
    await approved(1);
    const { status, json: asked } = await ask();
    expect([status, asked.command.payload.bank.sha256]).toEqual([202, expect.stringMatching(/^[0-9a-f]{64}$/)]);
    expect((await confirm(asked.id, 'pia')).json.code).toBe('SOD');
    expect((await confirm(asked.id, 'pat')).json).toMatchObject({ code: 'FORBIDDEN', figures: { needs: 'finance' } });
    expect((await confirm(asked.id, 'fin', {})).json).toMatchObject({ status: 409, code: 'NOTE_MISSING' });
    expect((await confirm(asked.id)).json.status).toBe('confirmed');
    await net.settle();
    expect((await net.as('ana').get(alpha)).json.payee).toEqual({
      details: asked.command.payload.bank.sha256,
      heldUntil: '2026-08-05T12:00:00.000Z',
    });
    const { json: log } = await net.as('aud').get('/v1/audit/events?type=PayeeChanged&limit=100');
    expect(log.data.at(-1).data.changedBy).toEqual([personNamed('fin'), personNamed('pia')]);
    // What was owed and what is owed from now on, both.
    await approved(2);
    expect(await payables()).toEqual([
      ['held', 'bank-changed'],
      ['held', 'bank-changed'],
    ]);
    // Nobody can end that hold but time.
    const { json: list } = await net.as('fin').get('/v1/payables');
    expect(list.data.map(({ waitsOn }: { waitsOn: object | null }) => waitsOn)).toEqual([null, null]);
    net.clock.at = instant('2026-08-05T11:59:59.000Z');
    await net.network.deadlines.settle();
    await net.settle();
    expect(await payables()).toContainEqual(['held', 'bank-changed']);
    net.clock.at = instant('2026-08-05T12:01:00.000Z');
    await net.network.deadlines.settle();
    await net.settle();
    expect(await payables()).toEqual([['payable'], ['payable']]);
    expect((await net.as('fin').get(alpha)).json.payee.heldUntil).toBeNull();
  });

  it('leaves no digit of the account in the log, and shows it to finance and auditors alone', async () => {
    const { json: asked } = await ask();
    await confirm(asked.id);
    await net.settle();
    const { text } = await net.as('aud').get('/v1/audit/events?limit=100');
    for (const secret of Object.values(account).filter((word) => word !== 'checking'))
      expect(text).not.toContain(secret);
    const address = `/v1/bank-details/${asked.command.payload.bank.sha256}`;
    const { headers, json } = await net.as('fin').get(address);
    expect([headers['cache-control'], json]).toEqual(['no-store', account]);
    expect((await net.as('aud').get(address)).status).toBe(200);
    for (const by of ['pia', 'ana', 'adam']) expect((await net.as(by).get(address)).json.code).toBe('FORBIDDEN');
    for (const other of ['c'.repeat(64), 'x'])
      expect((await net.as('fin').get(`/v1/bank-details/${other}`)).status).toBe(404);
  });

  it('is asked for once by one key; the same account under another key has another name', async () => {
    const key = { 'idempotency-key': '6f1c6c70-3d8a-4f0b-9d3e-2b9b8f4f6a11' };
    const post = (body: object, headers = {}) => net.as('pia').post(`${alpha}/payee`, body, headers);
    const [first, again] = [await post(account, key), await post(account, key)];
    expect([again.json, again.headers['idempotent-replayed']]).toEqual([first.json, 'true']);
    expect((await post({ ...account, accountNumber: '1234' }, key)).json.code).toBe('KEY_REUSED');
    expect((await post(account)).json.command.payload.bank.sha256).not.toBe(first.json.command.payload.bank.sha256);
  });

  it('is refused in shape by what does not fit, with nothing put away', async () => {
    const wrong = await net.as('pia').post(`${alpha}/payee`, { ...account, routingNumber: '011000016', iban: 'x' });
    expect(wrong.json.errors).toMatchObject([
      { pointer: '#/iban' },
      { pointer: '#/routingNumber', code: 'ROUTING_NUMBER' },
    ]);
    expect((await net.as('ana').post(`${alpha}/payee`, account)).status).toBe(403);
  });
});

describe('a partner’s W-9', () => {
  let net: ANetwork;
  beforeEach(async () => {
    net = await ANetwork.open();
  });
  afterEach(() => net.close());
  const w9 = {
    ...{ legalName: 'Alpha Learning Inc.', taxClass: 'exempt', taxId: '123456789' },
    ...{ address: '1 Main St, Mobile AL', signedOn: '2026-08-01' },
  };

  it('comes from the partner’s own staff, program staff or finance; its words stay out of the log', async () => {
    for (const by of ['ana', 'pia', 'fin']) {
      const { status, json } = await net.as(by).post(`${alpha}/w9`, w9);
      expect([status, json]).toEqual([
        200,
        { partnerId: partnerNamed('alpha'), taxClass: 'exempt', signedOn: '2026-08-01' },
      ]);
    }
    expect((await net.as('bob').post(`${alpha}/w9`, w9)).json.code).toBe('NOT_FOUND');
    const early = await net.as('ana').post(`${alpha}/w9`, { ...w9, signedOn: '2026-08-05' });
    expect(early.json).toMatchObject({ status: 409, code: 'SIGNED_IN_FUTURE', figures: { today: '2026-08-04' } });
    const { text } = await net.as('aud').get('/v1/audit/events?limit=100');
    for (const secret of ['123456789', '1 Main St', 'Learning Inc.']) expect(text).not.toContain(secret);
    await net.settle();
    expect((await net.as('ana').get(alpha)).json.w9).toEqual({
      ...{ taxClass: 'exempt', signedOn: '2026-08-01', details: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
  });
});
