import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PartnerId, PersonId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import type { PlainDate } from '#kernel/time/plain-date';

/** A partner-year may be used beyond the policy's cap, until a day. What was decided under it stays when it expires. */
export interface CapOverriddenData {
  readonly partnerId: PartnerId;
  readonly programYear: number;
  /** Added to the cap; several overrides add up. */
  readonly cents: Cents;
  readonly reason: string;
  /** Inclusive, in the program's zone. */
  readonly expiresOn: PlainDate;
  /** Who asked and who confirmed. */
  readonly overriddenBy: readonly PersonId[];
}

export const CapOverridden = eventType<'CapOverridden', CapOverriddenData>('CapOverridden', 1);
export type CapOverridden = EventOf<typeof CapOverridden>;
