import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { ImportId } from '#kernel/ids/entity-id';

/** Every row of the plan that was to be applied is. */
export interface ImportAppliedData {
  readonly importId: ImportId;
  readonly planHash: string;
}

export const ImportApplied = eventType<'ImportApplied', ImportAppliedData>('ImportApplied', 1);
export type ImportApplied = EventOf<typeof ImportApplied>;
