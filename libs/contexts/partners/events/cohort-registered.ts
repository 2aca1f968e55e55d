import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PartnerId, PersonId } from '#kernel/ids/entity-id';

/** A cohort of coaches exists under a name of its own. */
export interface CohortRegisteredData {
  readonly subjectId: `cohort:${string}`;
  readonly partnerId: PartnerId;
  readonly title: string;
  readonly registeredBy: readonly PersonId[];
}

export const CohortRegistered = eventType<'CohortRegistered', CohortRegisteredData>('CohortRegistered', 1);
export type CohortRegistered = EventOf<typeof CohortRegistered>;
