import type { IncentivesPolicy } from '#contexts/incentives/policy/incentives-policy';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PolicyId } from '#kernel/ids/entity-id';
import type { PlainDate } from '#kernel/time/plain-date';

/** A version of the incentive rules, whole and immutable, from a date on. */
export interface IncentivesPolicyPublishedData {
  readonly policyId: PolicyId;
  /** 1, 2, 3 …: the number of its draft; numbers of drafts that nobody published are missing. */
  readonly version: number;
  readonly effectiveFrom: PlainDate;
  /** SHA-256 of the content's canonical JSON. */
  readonly hash: string;
  readonly content: IncentivesPolicy;
}

export const IncentivesPolicyPublished = eventType<'IncentivesPolicyPublished', IncentivesPolicyPublishedData>(
  'IncentivesPolicyPublished',
  1,
);
export type IncentivesPolicyPublished = EventOf<typeof IncentivesPolicyPublished>;
