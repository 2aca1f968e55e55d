import type { SubjectId } from '#kernel/subjects/subject-id';
import type { PlainDate } from '#kernel/time/plain-date';
import type { View } from '#platform/view-store/port/view';

/** A district, or a school that stands for itself, that signed up. */
export interface DistrictDocument {
  readonly id: SubjectId;
  /** Postal code, where the id tells it. */
  readonly state: string | null;
  readonly signedOn: PlainDate;
  readonly tier: number;
}

/** Of the network: no partner's. */
export const districtsView: View<DistrictDocument> = {
  name: 'districts',
  version: 1,
  partnerOf: () => null,
  fields: { id: 'text', state: 'text', signedOn: 'text', tier: 'integer' },
  totals: [],
};
