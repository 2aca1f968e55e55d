import { sha256 } from '#kernel/codec/digest';
import { GrantsOverHttp } from '../support/grants-over-http';

jest.setTimeout(60_000);

/** E7 of the worked examples, to the cent, through HTTP: one award through the pool, the bank and back. */
describe('E7, one award through the pool', () => {
  let year: GrantsOverHttp;
  afterEach(() => year.close());

  /** An offer of $4,000 to p1, decided. */
  async function offered(): Promise<string> {
    year = await GrantsOverHttp.open(['p1']);
    year.at('2026-01-02T20:00:00.000Z');
    await year.do('fin', '/v1/pools', { year: 2026, fundedCents: 25_000_000, release: 'annual' });
    expect(await year.pool()).toEqual([25_000_000, 0, 0, 0, 0]);
    await year.openRound('2026-Q1', '2026-01-02T00:00:00-08:00', '2026-01-10T00:00:00-08:00');
    const id = await year.at('2026-01-03T20:00:00.000Z').submit('p1', 400_000, '2026-Q1');
    await year.at('2026-01-11T20:00:00.000Z').reviewed(id);
    await year.decide('2026-Q1');
    return year.awardOf(id);
  }

  it('moves between figures that exclude each other, with a payment that the bank returns, and money that comes back', async () => {
    const award = await offered();
    expect(await year.pool()).toEqual([24_600_000, 400_000, 0, 0, 0]);
    await year.do('p1-staff', `/v1/awards/${award}/accept`, { acceptedCents: 350_000 });
    await year.settle();
    const payable = [24_650_000, 0, 0, 350_000, 0];
    expect(await year.pool()).toEqual(payable);

    const first = await year.payOut();
    expect(first).toMatchObject({ status: 'exported', payments: 1, totalCents: 350_000 });
    const [owed] = (await year.get('p1-staff', '/v1/payables')).json.data;
    expect(owed).toMatchObject({ status: 'exported', batchId: first.id, attempts: 1, amountCents: 350_000 });
    expect(await year.pool()).toEqual(payable);
    await year.answer(first.id, owed.id, { result: 'returned', code: 'R03', on: '2026-01-11' });
    expect(await year.pool()).toEqual(payable);
    expect((await year.get('p1-staff', '/v1/grant-cap-usage')).json.data).toMatchObject([{ usedCents: 350_000 }]);
    expect((await year.get('fin', `/v1/payables/${owed.id}`)).json).toMatchObject({
      ...{ status: 'returned', returnCode: 'R03', paidOn: null, waitsOn: { act: 'repay' } },
    });
    expect((await (await year.as('fin')).post('/v1/payout-batches', {})).json.code).toBe('NOTHING_TO_PAY');

    await year.do('fay', `/v1/payables/${owed.id}/repay`, { reason: 'The account number was put right.' });
    const second = await year.payOut();
    await year.answer(second.id, owed.id, { result: 'settled', on: '2026-01-11', reference: 'ACH 17' });
    expect(await year.pool()).toEqual([24_650_000, 0, 0, 0, 350_000]);
    expect((await year.get('fin', `/v1/payables/${owed.id}`)).json).toMatchObject({
      ...{ status: 'paid', attempts: 2, batchId: second.id, paidOn: '2026-01-11', waitsOn: null },
    });

    const spent = { spentCents: 287_450, actualOutcomes: [{ metric: 'people-reached', actual: 380 }] };
    await year.do('p1-staff', `/v1/awards/${award}/report`, spent);
    expect((await year.do('pol', `/v1/awards/${award}/accept-report`)).json.owedBackCents).toBe(62_550);
    await year.settle();
    expect(await year.pool()).toEqual([24_650_000, 0, 0, 0, 350_000]);
    const { json: owes } = await year.get('p1-staff', '/v1/receivables');
    expect(owes).toMatchObject({ data: [{ status: 'open', amountCents: 62_550 }], totals: { openCents: 62_550 } });
    const elsewhere = { returnedCents: 62_550, how: 'repaid' };
    expect((await (await year.as('fin')).post(`/v1/awards/${award}/return-funds`, elsewhere)).json.code).toBe(
      'NOT_OPEN',
    );
    expect((await (await year.as('pia')).post(`/v1/awards/${award}/close`, {})).json.code).toBe('MONEY_OWED');

    const back = { repaidCents: 62_550, receivedOn: '2026-01-11' };
    const repaid = await year.do('fin', `/v1/receivables/${owes.data[0].id}/repay`, back);
    expect(repaid.json).toMatchObject({ status: 'repaid', openCents: 0 });
    await year.settle();
    expect(await year.pool()).toEqual([24_712_550, 0, 0, 0, 287_450]);
    expect((await year.get('fin', '/v1/pools/2026')).json.returnedCents).toBe(62_550);
    expect((await year.do('pia', `/v1/awards/${award}/close`)).json.status).toBe('closed');
    const { json: reach } = await year.get('p1-staff', '/v1/grant-reach');
    expect(reach.data).toMatchObject([{ metric: 'people-reached', anticipated: 400, actual: 380 }]);
  });

  it('an instruction leaves at most once, as a file of the same bytes for ever', async () => {
    const award = await offered();
    await year.do('p1-staff', `/v1/awards/${award}/accept`);
    await year.settle();
    const { json: batch } = await year.do('fin', '/v1/payout-batches', {});
    const [finance, other] = [await year.as('fin'), await year.as('flo')];
    const address = `/v1/payout-batches/${batch.id}`;
    expect((await other.post(`${address}/export`, {})).json.code).toBe('NOT_OPEN');
    expect(await finance.post(`${address}/approve`, {})).toMatchObject({ status: 403, json: { because: 'SOD' } });
    await year.do('fay', `${address}/approve`);
    expect((await other.get(`${address}/export.csv`)).status).toBe(404);
    const key = { 'idempotency-key': '0b9f8f1e-6d3e-4d0e-9a53-2f6f1f6f0a17' };
    const tries = await Promise.all([1, 2, 3].map(() => other.post(`${address}/export`, {}, key)));
    expect(new Set(tries.map(({ text }) => text)).size).toBe(1);
    const { file } = tries[0]!.json;
    expect((await finance.post(`${address}/export`, {})).json.code).toBe('NOT_OPEN');
    const files = [await year.get('aud', `${address}/export.csv`), await year.get('flo', `${address}/export.csv`)];
    // What reads a reply as text takes the mark at its beginning away.
    for (const { text } of files) expect(sha256(`\uFEFF${text}`)).toBe(file.sha256);
    expect(files[0]!.text.split('\r\n')[1]).toMatch(
      new RegExp(`^${batch.id},pay_.*,400000,4000.00,USD,grants,${award},`),
    );
    expect((await (await year.as('p1-staff')).get(`${address}/export.csv`)).status).toBe(403);
  });
});
