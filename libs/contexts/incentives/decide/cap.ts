import type { IncentiveFacts } from '#contexts/incentives/decide/claim-facts';
import type { IncentivesState } from '#contexts/incentives/decide/state';
import { capYearKey } from '#contexts/incentives/decide/state';
import type { PartnerId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import { add, sum } from '#kernel/money/cents';

/** The cap of a partner-year at a decision: that of the policy in force, and the overrides that have not expired. */
export function capCentsOf(
  { overrides }: Readonly<IncentivesState>,
  { policyCapCents, programToday }: Pick<IncentiveFacts, 'policyCapCents' | 'programToday'>,
  partnerId: PartnerId,
  programYear: number,
): Cents {
  const inForce = (overrides.get(capYearKey(partnerId, programYear)) ?? []).filter(
    ({ expiresOn }) => programToday <= expiresOn,
  );
  return add(policyCapCents, sum(inForce.map(({ cents }) => cents)));
}
