import type { Refusal } from '#kernel/decider/answer';
import type { EventOf } from '#kernel/decider/event';
import { refusalType } from '#kernel/decider/event';
import type { PartnerId } from '#kernel/ids/entity-id';
import type { PlainDate } from '#kernel/time/plain-date';

/** A well-formed claim that a rule did not admit. Kept for good: finance audits refusals too. */
export interface ClaimRefusedData extends Refusal {
  readonly partnerId: PartnerId;
  readonly outcomeType: string;
  readonly subjectId: string;
  readonly outcomeDate: PlainDate;
}

export const ClaimRefused = refusalType<'ClaimRefused', ClaimRefusedData>('ClaimRefused', 1);
export type ClaimRefused = EventOf<typeof ClaimRefused>;
