import type { Refusal } from '#kernel/decider/answer';
import type { EventOf } from '#kernel/decider/event';
import { refusalType } from '#kernel/decider/event';
import type { PartnerId } from '#kernel/ids/entity-id';

/** Somebody who works for the partner was one of the two people of an override. */
export interface CapOverrideRefusedData extends Refusal {
  readonly partnerId: PartnerId;
  readonly programYear: number;
}

export const CapOverrideRefused = refusalType<'CapOverrideRefused', CapOverrideRefusedData>('CapOverrideRefused', 1);
export type CapOverrideRefused = EventOf<typeof CapOverrideRefused>;
