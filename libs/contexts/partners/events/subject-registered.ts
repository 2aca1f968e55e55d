import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PersonId } from '#kernel/ids/entity-id';

/** A district or school without an NCES id has a provisional one. */
export interface SubjectRegisteredData {
  readonly subjectId: `local:${string}`;
  readonly kind: 'district' | 'school';
  /** Postal code. */
  readonly state: string;
  readonly title: string;
  readonly because: 'new' | 'private' | 'tribal';
  readonly registeredBy: readonly PersonId[];
}

export const SubjectRegistered = eventType<'SubjectRegistered', SubjectRegisteredData>('SubjectRegistered', 1);
export type SubjectRegistered = EventOf<typeof SubjectRegistered>;
