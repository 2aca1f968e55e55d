import { PublishIncentivesPolicy } from '#contexts/incentives/commands/publish-incentives-policy';
import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import { cents } from '#kernel/money/cents';
import { digestOf } from '#kernel/codec/digest';
import { ANetwork } from '../../../test/support/a-network';
import { district } from '../../../test/support/network';

describe('the exposure over HTTP', () => {
  let net: ANetwork;
  beforeAll(async () => {
    net = await ANetwork.open();
    await net.as('ana').claim('district-onboarded', district(1));
    await net.settle();
  });
  afterAll(() => net.close());
  const get = async (query = '', by = 'fin') => net.as(by).get(`/v1/exposure${query}`);

  it('is partners × cap, beside no budget', async () => {
    const { json } = await get();
    expect(json).toEqual({
      data: [
        {
          ...{ programYear: 2026, partners: 2, policyCapCents: 25_000_00, overrideCents: 0, exposureCents: 50_000_00 },
          ...{ reservedCents: 5_000_00, approvedCents: 0, reversedCents: 0, headroomCents: 45_000_00 },
          ...{ budgetCents: null, budgetLeftCents: null, exposureOverBudgetCents: null, warning: null },
        },
      ],
      ...{ hasMore: false, nextCursor: null, count: 1, totals: {}, programYear: 2026, effectiveOn: '2026-08-04' },
      policy: { version: 1, hash: digestOf(defaultIncentivesPolicy) },
      sequence: await net.head(),
    });
  });

  it('warns once a policy with a budget is in force, and as of then it did not', async () => {
    const before = await net.head();
    const content = { ...defaultIncentivesPolicy, yearlyBudgetCents: cents(40_000_00) };
    await net.ask('PublishIncentivesPolicy', new PublishIncentivesPolicy(), { effectiveFrom: '2026-09-01', content });
    await net.settle();
    const warning = async (query: string) => (await get(query)).json.data[0].warning;
    expect(await warning('')).toBeNull();
    expect(await warning('?effective=2026-09-01')).toBe('exposure-above-budget');
    expect(await warning(`?effective=2026-09-01&asOf=${before}`)).toBeNull();
    expect((await get('?effective=2026-09-01&warning=used-above-budget')).json.count).toBe(0);
    expect((await get('?year=2016')).json.data).toMatchObject([{ partners: 0, exposureCents: 0 }]);
  });

  it('is a file, and not for partners', async () => {
    const { text } = await net.as('fin').get('/v1/exposure.csv');
    expect(text.split('\r\n')[1]).toBe(
      '2026,2,2500000,25000.00,0,0.00,5000000,50000.00,500000,5000.00,0,0.00,0,0.00,4500000,45000.00,,,,,,,',
    );
    for (const by of ['ana', 'adam']) expect((await get('', by)).status).toBe(403);
  });
});
