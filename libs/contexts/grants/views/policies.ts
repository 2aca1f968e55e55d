import type { PolicyId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import type { Instant } from '#kernel/time/instant';
import type { PlainDate } from '#kernel/time/plain-date';
import type { ProgramCalendar } from '#kernel/time/program-calendar';
import type { View } from '#platform/view-store/port/view';

/** A version of the grant rules. Key: its version, as `1`. */
export interface GrantsPolicyDocument {
  readonly id: PolicyId;
  readonly family: 'grants';
  readonly version: number;
  readonly effectiveFrom: PlainDate;
  readonly publishedAt: Instant;
  readonly hash: string;
  /** The rules whole; named here is what other views ask of them. */
  readonly content: {
    readonly program: ProgramCalendar;
    readonly capSteps: readonly { readonly fromPercent: number; readonly capCents: Cents }[];
    readonly rubric: { readonly minReviews: number };
  };
}

export const grantsPoliciesView: View<GrantsPolicyDocument> = {
  name: 'grants-policies',
  version: 1,
  partnerOf: () => null,
  fields: { version: 'integer', effectiveFrom: 'text' },
  totals: [],
};
