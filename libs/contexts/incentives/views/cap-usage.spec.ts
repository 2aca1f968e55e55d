import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import type { CapPartner, CapPolicy, UsageDocument } from '#contexts/incentives/views/cap-usage';
import { capUsageRows } from '#contexts/incentives/views/cap-usage';
import { cents } from '#kernel/money/cents';
import { plainDate } from '#kernel/time/plain-date';
import { partnerId } from '../../../../test/support/network';

const partner = (slug: string, since = '2017-07-01', exitedOn: string | null = null): CapPartner => ({
  id: partnerId(slug),
  slug,
  name: slug.toUpperCase(),
  since: plainDate(since),
  exitedOn: exitedOn === null ? null : plainDate(exitedOn),
});
const usage = (slug: string, programYear: number, reserved: number, approved: number, reversed = 0): UsageDocument => ({
  partnerId: partnerId(slug),
  programYear,
  reservedCents: cents(reserved),
  approvedCents: cents(approved),
  reversedCents: cents(reversed),
  paidCents: cents(0),
  overrides: [],
  claims: 2,
});
const policy = (version: number, cap: number, effectiveFrom: string): CapPolicy => ({
  version,
  effectiveFrom: plainDate(effectiveFrom),
  content: { ...defaultIncentivesPolicy, annualCapCents: cents(cap) },
});
const policies = [policy(2, 2_000_000, '2026-08-04'), policy(1, 2_500_000, '2017-01-01')];
const today = plainDate('2026-08-03');
const rows = (partners: readonly CapPartner[], usages: readonly UsageDocument[], year = 2026, on = today) =>
  capUsageRows(partners, usages, policies, year, on);

describe('cap usage', () => {
  it('has a row for every partner of the year, with or without claims, by slug', () => {
    const [a, b] = [partner('a'), partner('b')];
    expect(rows([b, a], [usage('b', 2026, 300_000, 500_000, 100_000), usage('a', 2025, 1, 1)])).toEqual([
      {
        partner: { id: a.id, slug: 'a', name: 'A' },
        programYear: 2026,
        capCents: 2_500_000,
        policyCapCents: 2_500_000,
        overrideCents: 0,
        reservedCents: 0,
        approvedCents: 0,
        reversedCents: 0,
        paidCents: 0,
        headroomCents: 2_500_000,
        overCents: 0,
        state: 'within-cap',
        claims: 0,
      },
      {
        partner: { id: b.id, slug: 'b', name: 'B' },
        programYear: 2026,
        capCents: 2_500_000,
        policyCapCents: 2_500_000,
        overrideCents: 0,
        reservedCents: 300_000,
        approvedCents: 500_000,
        reversedCents: 100_000,
        paidCents: 0,
        headroomCents: 1_800_000,
        overCents: 0,
        state: 'within-cap',
        claims: 2,
      },
    ]);
  });

  it('goes by the policy of the day: lowered, a row may be over, and its headroom is 0 (E3)', () => {
    const used = [usage('a', 2026, 500_000, 1_800_000)];
    expect(rows([partner('a')], used, 2026, plainDate('2026-08-04'))).toMatchObject([
      { capCents: 2_000_000, headroomCents: 0, overCents: 300_000, state: 'over-by-policy-change' },
    ]);
    expect(rows([partner('a')], used)).toMatchObject([{ capCents: 2_500_000, headroomCents: 200_000, overCents: 0 }]);
  });

  it.each([
    ['within-cap', 2_499_999, []],
    ['at-cap', 2_500_000, []],
    ['over-by-policy-change', 2_500_001, []],
    ['at-cap', 2_600_000, ['2026-08-03']],
    ['over-by-expired-override', 2_600_000, ['2026-08-02']],
    ['over-by-policy-change', 2_600_001, ['2026-08-02']],
    ['over-by-expired-override', 2_700_000, ['2026-08-02', '2026-08-03']],
  ])('is %s with %d used of 2500000, and an override of 100000 until each of %j', (state, approved, until) => {
    const overrides = until.map((on) => ({ cents: cents(100_000), expiresOn: plainDate(on), reason: 'Two states.' }));
    expect(rows([partner('a')], [{ ...usage('a', 2026, 0, approved), overrides }])).toMatchObject([{ state }]);
  });

  it.each([
    ['joins in the year', partner('a', '2026-12-31'), [], true],
    ['joins after it', partner('a', '2027-01-01'), [], false],
    ['left in the year', partner('a', '2017-07-01', '2026-01-01'), [], true],
    ['left before it', partner('a', '2017-07-01', '2025-12-31'), [], false],
    [
      'left before it, and used something of it',
      partner('a', '2017-07-01', '2025-12-31'),
      [usage('a', 2026, 1, 0)],
      true,
    ],
  ])('a partner that %s: %#', (_, one, used, shown) => {
    expect(rows([one], used)).toHaveLength(shown ? 1 : 0);
  });

  it('has no row before there are rules', () => {
    expect(capUsageRows([partner('a')], [], [], 2026, today)).toEqual([]);
  });
});
