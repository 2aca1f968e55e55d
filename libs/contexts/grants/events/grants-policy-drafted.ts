import type { GrantsPolicy } from '#contexts/grants/policy/grants-policy';
import type { PolicyChange } from '#kernel/policies/changes';
import type { EventOf, PolicyPin } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PersonId, PolicyId } from '#kernel/ids/entity-id';
import type { PlainDate } from '#kernel/time/plain-date';

/** A version of the grant rules as somebody proposes it: whole, without flaw, and never changed. It rules nothing yet. */
export interface GrantsPolicyDraftedData {
  readonly policyId: PolicyId;
  /** The number that it keeps when it is published. */
  readonly version: number;
  readonly effectiveFrom: PlainDate;
  /** SHA-256 of the content's canonical JSON. */
  readonly hash: string;
  readonly content: GrantsPolicy;
  /** The version that would rule on that day without it, and what it changes of that. */
  readonly replaces: PolicyPin;
  readonly changes: readonly PolicyChange[];
  readonly draftedBy: readonly PersonId[];
}

export const GrantsPolicyDrafted = eventType<'GrantsPolicyDrafted', GrantsPolicyDraftedData>('GrantsPolicyDrafted', 1);
export type GrantsPolicyDrafted = EventOf<typeof GrantsPolicyDrafted>;
