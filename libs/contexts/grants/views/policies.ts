import type { PolicyPin, ServiceName } from '#kernel/decider/event';
import type { PersonId, PolicyId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import type { Instant } from '#kernel/time/instant';
import type { PlainDate } from '#kernel/time/plain-date';
import type { ProgramCalendar } from '#kernel/time/program-calendar';
import { NETWORK_ONLY } from '#platform/view-store/port/scope';
import type { View } from '#platform/view-store/port/view';

/** A version of the grant rules, drafted or published. Key: its version, as `1`. */
export interface GrantsPolicyDocument {
  readonly id: PolicyId;
  readonly family: 'grants';
  readonly version: number;
  readonly status: 'draft' | 'published';
  readonly effectiveFrom: PlainDate;
  /** Null and nobody for a version that was published without a draft: a network's first. */
  readonly draftedAt: Instant | null;
  readonly draftedBy: readonly PersonId[];
  readonly publishedAt: Instant | null;
  /** The two who wanted it, or the founding. */
  readonly publishedBy: readonly (PersonId | ServiceName)[];
  readonly hash: string;
  /** The version that it was drafted to take the place of, and what it changes of that. */
  readonly replaces: PolicyPin | null;
  readonly changes: readonly object[];
  /** The rules whole; named here is what other views ask of them. */
  readonly content: {
    readonly program: ProgramCalendar;
    readonly capSteps: readonly { readonly fromPercent: number; readonly capCents: Cents }[];
    readonly rubric: { readonly minReviews: number };
  };
  /** Of the last event that touched it: its ETag. */
  readonly revision: number;
}

export const grantsPoliciesView: View<GrantsPolicyDocument> = {
  name: 'grants-policies',
  version: 2,
  // What is only thought of is nobody's rule yet, and no partner's to read.
  partnerOf: ({ status }) => (status === 'draft' ? NETWORK_ONLY : null),
  fields: { version: 'integer', status: 'text', effectiveFrom: 'text' },
  totals: [],
};
