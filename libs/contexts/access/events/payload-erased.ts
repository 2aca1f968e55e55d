import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';

/**
 * A payload outside the log is erased (G29): the blob with this SHA-256 is deleted, here and in every restored backup, and
 * never taken again. The events that refer to it stay as they are, so every proof and total does.
 */
export interface PayloadErasedData {
  readonly sha256: string;
  readonly reason: string;
}

export const PayloadErased = eventType<'PayloadErased', PayloadErasedData>('PayloadErased', 1);
export type PayloadErased = EventOf<typeof PayloadErased>;
