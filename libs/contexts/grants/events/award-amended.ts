import type { AwardMove, AwardStanding } from '#contexts/grants/events/award-standing';
import type { UseCase } from '#contexts/grants/events/proposal-standing';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PersonId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import type { PlainDate } from '#kernel/time/plain-date';

/** What the amendment changes; what it leaves alone is absent. */
export interface AwardChanges {
  readonly acceptedCents?: Cents;
  readonly startsOn?: PlainDate;
  readonly endsOn?: PlainDate;
  readonly useCase?: UseCase;
}

/** An agreed change of an award, on record with who approved it. It never raises money. */
export interface AwardAmendedData {
  readonly award: AwardStanding;
  readonly move: AwardMove;
  readonly changes: AwardChanges;
  readonly reason: string;
  readonly approvedBy: readonly PersonId[];
}

export const AwardAmended = eventType<'AwardAmended', AwardAmendedData>('AwardAmended', 1);
export type AwardAmended = EventOf<typeof AwardAmended>;
