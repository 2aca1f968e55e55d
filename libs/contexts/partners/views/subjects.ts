import type { PartnerId } from '#kernel/ids/entity-id';
import type { Instant } from '#kernel/time/instant';
import type { View } from '#platform/view-store/port/view';

/** A registered cohort, district or school. Key: its id. */
export interface SubjectDocument {
  /** `cohort:…` or `local:…` */
  readonly subjectId: string;
  readonly kind: 'cohort' | 'district' | 'school';
  readonly title: string;
  /** Whose cohort it is; a provisional district or school is nobody's. */
  readonly partnerId: PartnerId | null;
  /** Postal code, of a district or school. */
  readonly state: string | null;
  /** Why it has no NCES id. */
  readonly because: 'new' | 'private' | 'tribal' | null;
  readonly registeredAt: Instant;
}

export const subjectsView: View<SubjectDocument> = {
  name: 'subjects',
  version: 1,
  partnerOf: ({ partnerId }) => partnerId,
  fields: { subjectId: 'text', kind: 'text', title: 'text', state: 'text', partnerId: 'text', registeredAt: 'text' },
  totals: [],
};
