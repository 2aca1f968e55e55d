import { IncentivesPolicyPublished } from '#contexts/incentives/events/incentives-policy-published';
import type { IncentivesPolicyPublishedData } from '#contexts/incentives/events/incentives-policy-published';
import type { FactFold } from '#kernel/decider/decider';
import { inForceOn } from '#kernel/time/in-force';
import type { PlainDate } from '#kernel/time/plain-date';

/** Every version of the incentive rules, in order of publication. */
export interface IncentivesPolicies {
  readonly versions: IncentivesPolicyPublishedData[];
}

export const incentivesPolicies: FactFold<IncentivesPolicies> = {
  name: 'incentives/policies',
  prefix: 'policy-incentives',
  types: [IncentivesPolicyPublished],
  initial: () => ({ versions: [] }),
  evolve(policies, event) {
    policies.versions.push((event as IncentivesPolicyPublished).data);
    return policies;
  },
};

export const INCENTIVES_POLICY_STREAM = 'policy-incentives';

/** The version in force on a day. */
export function inForce(
  { versions }: Readonly<IncentivesPolicies>,
  on: PlainDate,
): IncentivesPolicyPublishedData | undefined {
  return inForceOn(versions, on);
}
