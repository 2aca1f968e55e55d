import type { PolicyContent } from '#contexts/incentives/policy/policy-content';
import type { PolicyChange } from '#kernel/policies/changes';
import { changesOf } from '#kernel/policies/changes';

/** What a version changes of another, by the names of the members; empty when both say the same. */
export function policyChanges(before: PolicyContent, after: PolicyContent): readonly PolicyChange[] {
  return changesOf(named(before), named(after));
}

/** With the catalogue by type: an outcome that only moved within the list is no change. */
function named({ catalogue, ...rest }: PolicyContent): object {
  return { ...rest, catalogue: Object.fromEntries(catalogue.map(({ type, ...outcome }) => [type, outcome])) };
}
