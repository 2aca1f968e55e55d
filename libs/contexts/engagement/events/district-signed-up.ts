import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { SubjectId } from '#kernel/subjects/subject-id';
import type { PlainDate } from '#kernel/time/plain-date';

/** A district, or a school that stands for itself, signed up: the beginning of its relationship (domain.md section 7). */
export interface DistrictSignedUpData {
  readonly districtId: SubjectId;
  readonly signedOn: PlainDate;
  readonly tier: number;
}

export const DistrictSignedUp = eventType<'DistrictSignedUp', DistrictSignedUpData>('DistrictSignedUp', 1);
export type DistrictSignedUp = EventOf<typeof DistrictSignedUp>;
