import type {
  IncentivesPolicyDrafted,
  IncentivesPolicyDraftedData,
} from '#contexts/incentives/events/incentives-policy-drafted';
import type {
  IncentivesPolicyPublished,
  IncentivesPolicyPublishedData,
} from '#contexts/incentives/events/incentives-policy-published';
import { impossible } from '#kernel/assert/assert';
import type { RecordedEvent } from '#kernel/decider/event';
import type { PolicyFamily } from '#kernel/policies/family';
import { drafted, published } from '#kernel/policies/family';

/** The stream `policy-incentives`, folded. */
export type PolicyState = PolicyFamily<IncentivesPolicyPublishedData, IncentivesPolicyDraftedData>;

export function evolvePolicies(state: PolicyState, recorded: RecordedEvent): PolicyState {
  const event = recorded as IncentivesPolicyDrafted | IncentivesPolicyPublished;
  switch (event.type) {
    case 'IncentivesPolicyDrafted':
      return drafted(state, event);
    case 'IncentivesPolicyPublished':
      return published(state, event);
    default:
      return impossible(event, 'an event of policies');
  }
}
