import type { Refusal } from '#kernel/decider/answer';
import type { EventOf } from '#kernel/decider/event';
import { refusalType } from '#kernel/decider/event';
import type { PartnerId } from '#kernel/ids/entity-id';

/** Somebody who works for the partner was one of the two people of a change of its account. */
export interface PayeeChangeRefusedData extends Refusal {
  readonly partnerId: PartnerId;
}

export const PayeeChangeRefused = refusalType<'PayeeChangeRefused', PayeeChangeRefusedData>('PayeeChangeRefused', 1);
export type PayeeChangeRefused = EventOf<typeof PayeeChangeRefused>;
