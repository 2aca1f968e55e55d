import { partnerNamed, personNamed } from '../../../test/support/a-founding';
import { ANetwork } from '../../../test/support/a-network';
import { school } from '../../../test/support/network';

interface Row {
  readonly id: string;
  readonly act: string;
}

describe('my work', () => {
  let net: ANetwork;
  let [claimed, verified, asked] = ['', '', ''];
  let [override, role] = ['', ''];
  const work = async (by: string, query = '') => net.as(by).get(`/v1/my-work${query}`);
  const of = async (by: string) => (await work(by)).json.data.map(({ id, act }: Row) => [id, act]);

  beforeAll(async () => {
    net = await ANetwork.open();
    const claim = async (n: number) =>
      (await net.as('ana').claim('course-launched', school(n), { courseCode: 'CSP' })).json.id;
    [claimed, verified, asked] = [await claim(1), await claim(2), await claim(3)];
    await net.as('pia').post(`/v1/claims/${verified}/verify`, {});
    await net.as('pia').post(`/v1/claims/${asked}/request-information`, { question: 'Which term?' });
    const more = { partnerId: partnerNamed('alpha'), year: 2026, cents: 1_000_00, reason: 'Two states.' };
    override = (await net.as('pat').post('/v1/cap-overrides', { ...more, expiresOn: '2026-12-31' })).json.id;
    role = (await net.as('adam').post(`/v1/people/${personNamed('fin')}/roles`, { role: 'admin' })).json.id;
    await net.settle();
  });
  afterAll(() => net.close());
  const sorted = (rows: readonly (readonly string[])[]) => [...rows].sort();

  it('is what a person may do: nobody’s own request, nothing on which they hold a duty', async () => {
    expect(sorted(await of('pia'))).toEqual(
      sorted([
        [claimed, 'verify'],
        [override, 'confirm'],
      ]),
    );
    expect(sorted(await of('pat'))).toEqual(
      sorted([
        [claimed, 'verify'],
        [verified, 'approve'],
      ]),
    );
    expect(await of('ana')).toEqual([[asked, 'resubmit']]);
    for (const idle of ['bob', 'adam', 'fin', 'aud']) expect([idle, await of(idle)]).toEqual([idle, []]);
    await net.as('adam').post(`/v1/approvals/${role}/reject`, {});
  });

  it('shows a line whole', async () => {
    expect((await work('pat', '?act=approve')).json).toMatchObject({
      ...{ count: 1, today: '2026-08-04', personId: personNamed('pat'), totals: { amountCents: 1_000_00 } },
      data: [
        {
          ...{ kind: 'claim', id: verified, act: 'approve', about: 'course-launched', amountCents: 1_000_00 },
          partner: { id: partnerNamed('alpha'), slug: 'alpha', name: 'Alpha <Learning>' },
          ...{ waitingSince: '2026-08-04T12:00:00.000Z', ageDays: 0, dueAt: null, href: `/v1/claims/${verified}` },
        },
      ],
    });
    const { expiresAt } = (await net.as('pia').get(`/v1/approvals/${override}`)).json;
    expect((await work('pia', '?kind=approval')).json.data).toEqual([
      {
        ...{ kind: 'approval', id: override, act: 'confirm', about: 'OverrideCap', amountCents: null },
        partner: { id: partnerNamed('alpha'), slug: 'alpha', name: 'Alpha <Learning>' },
        ...{
          waitingSince: '2026-08-04T12:00:00.000Z',
          ageDays: 0,
          dueAt: expiresAt,
          href: `/v1/approvals/${override}`,
        },
      },
    ]);
  });

  it('gives everybody their own ETag and cursor', async () => {
    const { headers, json } = await work('pia', '?limit=1');
    const other = await net.as('pat').get('/v1/my-work?limit=1', { 'if-none-match': headers['etag']! });
    expect(other.status).toBe(200);
    expect((await work('pat', `?limit=1&cursor=${json.nextCursor}`)).json.code).toBe('CURSOR');
    expect((await work('pia', `?limit=1&cursor=${json.nextCursor}`)).json).toMatchObject({ hasMore: false, count: 2 });
  });

  it('offers no question to answer once it is too late', async () => {
    const at = net.clock.at;
    net.clock.at = '2026-09-03T06:59:59.999Z' as typeof at;
    const due = (await work('ana')).json.data[0]?.dueAt;
    expect(due).toBe('2026-09-04T07:00:00.000Z');
    net.clock.at = due;
    expect((await work('ana')).json.data).toEqual([]);
    net.clock.at = at;
  });
});

describe('my work about payees', () => {
  let net: ANetwork;
  const alpha = partnerNamed('alpha');
  const account = { accountHolder: 'A', routingNumber: '011000015', accountNumber: '1234', accountType: 'checking' };
  const work = async (by: string, query = '') => {
    await net.settle();
    return (await net.as(by).get(`/v1/my-work${query}`)).json.data;
  };
  const acts = async (by: string) =>
    (await work(by)).map(({ about, act }: { about: string; act: string }) => [about, act]);
  const owed = async (n: number, by: string, partnerId: string): Promise<void> => {
    const { json } = await net.as(by).claim('course-launched', school(n), { courseCode: 'CSP', partnerId });
    const flagsAnswered = json.flags.map((flag: string) => ({ flag, reason: 'One schedule.' }));
    await net.as('pia').post(`/v1/claims/${json.id}/verify`, { flagsAnswered });
    await net.as('pat').post(`/v1/claims/${json.id}/approve`, {});
  };

  beforeEach(async () => {
    net = await ANetwork.open();
  });
  afterEach(() => net.close());

  it('shows finance the change of an account that it may call back for, and nobody who may not confirm it', async () => {
    const { json } = await net.as('pia').post(`/v1/partners/${alpha}/payee`, account);
    expect(await acts('fin')).toEqual([['ChangePayee', 'confirm']]);
    for (const by of ['pia', 'pat', 'adam', 'ana']) expect([by, await acts(by)]).toEqual([by, []]);
    net.clock.at = json.expiresAt;
    expect(await acts('fin')).toEqual([]);
  });

  it('shows a line a partner and hold, with the money that waits, to whoever can end it', async () => {
    const slim = { slug: 'gamma', name: 'Gamma', states: ['AL'], territory: 'All', timeZone: 'America/New_York' };
    const { json: gamma } = await net.as('pia').post('/v1/partners', { ...slim, since: '2017-07-01' });
    const staff = { personId: personNamed('adam'), role: 'partner-staff', from: '2017-07-01' };
    await net.as('pia').post(`/v1/partners/${gamma.id}/people`, staff);
    await owed(1, 'ana', alpha);
    for (const n of [2, 3]) await owed(n, 'adam', gamma.id);
    expect(await work('fin', '?kind=payee&act=w9')).toEqual([
      {
        ...{ kind: 'payee', id: gamma.id, act: 'w9', about: 'no-w9', amountCents: 200_000 },
        partner: { id: gamma.id, slug: 'gamma', name: 'Gamma' },
        ...{ waitingSince: '2026-08-04T12:00:00.000Z', ageDays: 0, dueAt: null },
        href: `/v1/payables?status=held&partner=${gamma.id}`,
      },
    ]);
    const missing = [
      ['no-w9', 'w9'],
      ['payee-unverified', 'payee'],
    ];
    expect((await acts('fin')).sort()).toEqual(missing);
    expect((await acts('pia')).sort()).toEqual(missing);
    expect(await acts('adam')).toEqual([['no-w9', 'w9']]);
    expect(await acts('ana')).toEqual([]);
    await net.as('pia').post(`/v1/partners/${alpha}/pause`, { reason: 'Audit.' });
    expect(await acts('pat')).toContainEqual(['partner-paused', 'reactivate']);
    expect(await acts('fin')).not.toContainEqual(['partner-paused', 'reactivate']);
  });
});
