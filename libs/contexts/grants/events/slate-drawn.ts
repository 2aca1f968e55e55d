import type { Slate } from '#contexts/grants/events/slate';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';

/** A round's slate was looked at: it decides nothing. Its hash is what two people then decide on. */
export interface SlateDrawnData {
  readonly slate: Slate;
}

export const SlateDrawn = eventType<'SlateDrawn', SlateDrawnData>('SlateDrawn', 1);
export type SlateDrawn = EventOf<typeof SlateDrawn>;
