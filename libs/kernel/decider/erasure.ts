import type { AnyEventType, RecordedEvent } from '#kernel/decider/event';

/** Which events say that a payload outside the log is erased (G29), and of each its SHA-256. */
export interface Erasure {
  readonly type: AnyEventType;
  sha256Of(event: RecordedEvent): string;
}
