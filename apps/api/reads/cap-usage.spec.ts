import { PublishIncentivesPolicy } from '#contexts/incentives/commands/publish-incentives-policy';
import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import type { Cents } from '#kernel/money/cents';
import { cents } from '#kernel/money/cents';
import { instant } from '#kernel/time/instant';
import { partnerNamed } from '../../../test/support/a-founding';
import { ANetwork } from '../../../test/support/a-network';
import { district } from '../../../test/support/network';

describe.each(['memory', 'sqlite'] as const)('cap usage, on %s', (engine) => {
  let net: ANetwork;
  beforeEach(async () => {
    net = await ANetwork.open({ engine });
    await net.as('ana').claim('district-onboarded', district(1));
    await net.settle();
  });
  afterEach(() => net.close());
  const get = async (query = '', by = 'fin') => net.as(by).get(`/v1/cap-usage${query}`);
  const publish = (effectiveFrom: string, annualCapCents: Cents) =>
    net.ask('PublishIncentivesPolicy', new PublishIncentivesPolicy(), {
      effectiveFrom,
      content: { ...defaultIncentivesPolicy, annualCapCents },
    });

  it('has a row for every partner of the year, those without any use included', async () => {
    const { json } = await get();
    expect(json).toMatchObject({ count: 2, programYear: 2026, effectiveOn: '2026-08-04', policy: { version: 1 } });
    expect(json.data).toEqual([
      {
        partner: { id: partnerNamed('alpha'), slug: 'alpha', name: 'Alpha <Learning>' },
        ...{
          programYear: 2026,
          capCents: 25_000_00,
          policyCapCents: 25_000_00,
          overrideCents: 0,
          reservedCents: 5_000_00,
        },
        ...{ approvedCents: 0, reversedCents: 0, paidCents: 0, headroomCents: 20_000_00, overCents: 0, claims: 1 },
        state: 'within-cap',
      },
      expect.objectContaining({ reservedCents: 0, headroomCents: 25_000_00, claims: 0 }),
    ]);
    expect(json.totals).toMatchObject({
      capCents: 50_000_00,
      reservedCents: 5_000_00,
      headroomCents: 45_000_00,
      claims: 1,
    });
  });

  it('asks for a year and a partner, sorts by what is left, and goes on by pages', async () => {
    expect((await get('?year=2025')).json.data).toMatchObject([{ claims: 0 }, { claims: 0 }]);
    expect((await get('?year=2016')).json).toMatchObject({ count: 0, totals: { capCents: 0 } });
    expect((await get('?partner=beta')).json.data).toMatchObject([{ partner: { slug: 'beta' } }]);
    const first = await get('?sort=-headroomCents&limit=1');
    expect(first.json).toMatchObject({ count: 2, hasMore: true, data: [{ partner: { slug: 'beta' } }] });
    const second = await get(`?sort=-headroomCents&limit=1&cursor=${first.json.nextCursor}`);
    expect(second.json).toMatchObject({ count: 2, hasMore: false, data: [{ partner: { slug: 'alpha' } }] });
  });

  it('keeps the first page’s day on the next pages, also over a new year', async () => {
    net.clock.at = instant('2027-01-01T07:59:00.000Z');
    const { json } = await get('?limit=1');
    net.clock.at = instant('2027-01-01T08:01:00.000Z');
    expect(json.programYear).toBe(2026);
    expect((await get(`?limit=1&cursor=${json.nextCursor}`)).json.programYear).toBe(2026);
    expect((await get('?limit=1')).json.programYear).toBe(2027);
  });

  it('shows the cap of the rules in force, as known and as true then', async () => {
    const before = await net.head();
    await publish('2026-09-01', cents(4_000_00));
    await net.settle();
    const cap = async (query: string) => (await get(`?partner=alpha&${query}`)).json.data[0];
    expect(await cap('')).toMatchObject({ capCents: 25_000_00, overCents: 0 });
    expect(await cap('effective=2026-09-01')).toMatchObject({
      capCents: 4_000_00,
      headroomCents: 0,
      overCents: 1_000_00,
      state: 'over-by-policy-change',
    });
    const over = await get('?effective=2026-09-01&state=over-by-policy-change');
    expect(over.json).toMatchObject({ count: 1, data: [{ partner: { slug: 'alpha' } }] });
    expect((await get('?state=over-by-policy-change')).json.count).toBe(0);
    expect(await cap('effective=2026-08-31')).toMatchObject({ capCents: 25_000_00 });
    expect(await cap(`effective=2026-09-01&asOf=${before}`)).toMatchObject({ capCents: 25_000_00 });
    const today = await get('?partner=alpha');
    net.clock.at = instant('2026-09-01T12:00:00.000Z');
    expect(await cap('')).toMatchObject({ capCents: 4_000_00 });
    // No event since, but another day: who has yesterday's figures is not told that they stand.
    const later = await net.as('fin').get('/v1/cap-usage?partner=alpha', { 'if-none-match': today.headers['etag']! });
    expect([later.status, later.json.sequence]).toEqual([200, today.json.sequence]);
    // As of then it was another day too.
    expect(await cap('asOf=2026-08-04T12:00:00.000Z')).toMatchObject({ capCents: 25_000_00 });
    expect(await cap(`asOf=${before}`)).toMatchObject({ capCents: 25_000_00 });
  });

  it('shows a partner its own row alone, and is closed to champions of nobody', async () => {
    const { json } = await get('', 'bob');
    expect(json).toMatchObject({ count: 1, totals: { reservedCents: 0, capCents: 25_000_00 } });
    expect(json.data[0].partner.slug).toBe('beta');
    expect((await get('?partner=alpha', 'bob')).json).toMatchObject({ count: 0, data: [] });
    expect((await get('', 'adam')).status).toBe(403);
  });

  it('stands in the same second that a claim is answered', async () => {
    const claimed = await net.as('bob').claim('strategic-plan-completed', district(2));
    const { json } = await get(`?partner=beta&minSequence=${claimed.headers['log-sequence']}`);
    expect(json.data[0]).toMatchObject({ reservedCents: 3_000_00, headroomCents: 22_000_00 });
  });
});
