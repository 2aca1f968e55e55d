import type { GrantsPolicy } from '#contexts/grants/policy/grants-policy';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PolicyId } from '#kernel/ids/entity-id';
import type { PlainDate } from '#kernel/time/plain-date';

/** A version of the grant rules, whole and immutable, from a date on. */
export interface GrantsPolicyPublishedData {
  readonly policyId: PolicyId;
  /** 1, 2, 3 … in order of publication. */
  readonly version: number;
  readonly effectiveFrom: PlainDate;
  /** SHA-256 of the content's canonical JSON. */
  readonly hash: string;
  readonly content: GrantsPolicy;
}

export const GrantsPolicyPublished = eventType<'GrantsPolicyPublished', GrantsPolicyPublishedData>(
  'GrantsPolicyPublished',
  1,
);
export type GrantsPolicyPublished = EventOf<typeof GrantsPolicyPublished>;
