import type { GrantsPolicyPublishedData } from '#contexts/grants/events/grants-policy-published';
import { GrantsPolicyPublished } from '#contexts/grants/events/grants-policy-published';
import type { FactFold } from '#kernel/decider/decider';

/** Every version of the grant rules, in order of publication. */
export interface GrantsPolicies {
  readonly versions: GrantsPolicyPublishedData[];
}

export const grantsPolicies: FactFold<GrantsPolicies> = {
  name: 'grants/policies',
  prefix: 'policy-grants',
  types: [GrantsPolicyPublished],
  initial: () => ({ versions: [] }),
  evolve(policies, event) {
    policies.versions.push((event as GrantsPolicyPublished).data);
    return policies;
  },
};

export const GRANTS_POLICY_STREAM = 'policy-grants';
