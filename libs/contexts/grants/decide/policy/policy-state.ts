import type { GrantsPolicyDrafted, GrantsPolicyDraftedData } from '#contexts/grants/events/grants-policy-drafted';
import type { GrantsPolicyPublished, GrantsPolicyPublishedData } from '#contexts/grants/events/grants-policy-published';
import { impossible } from '#kernel/assert/assert';
import type { RecordedEvent } from '#kernel/decider/event';
import type { PolicyFamily } from '#kernel/policies/family';
import { drafted, published } from '#kernel/policies/family';

/** The stream `policy-grants`, folded. */
export type GrantsPolicyState = PolicyFamily<GrantsPolicyPublishedData, GrantsPolicyDraftedData>;

export function evolvePolicies(state: GrantsPolicyState, recorded: RecordedEvent): GrantsPolicyState {
  const event = recorded as GrantsPolicyDrafted | GrantsPolicyPublished;
  switch (event.type) {
    case 'GrantsPolicyDrafted':
      return drafted(state, event);
    case 'GrantsPolicyPublished':
      return published(state, event);
    default:
      return impossible(event, 'an event of policies');
  }
}
