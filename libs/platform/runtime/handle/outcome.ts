import type { NotNow } from '#kernel/decider/answer';
import type { RecordedEvent } from '#kernel/decider/event';

/** What became of a command. Only `recorded` left something in the log. */
export type Outcome =
  | Recorded
  | NotNow
  /** The key was used before with another body (422 `KEY_REUSED`). */
  | { readonly kind: 'key-reused'; readonly firstAt: string }
  /** Decided, as asked, without storing anything. */
  | { readonly kind: 'would'; readonly refused: boolean; readonly events: readonly RecordedEvent[] }
  /** Not known at the deadline whether it was stored; the same key is safe (503 `UNKNOWN_OUTCOME`). */
  | { readonly kind: 'unknown'; readonly why: string }
  /** Nothing stored: no room on the disk (507), or too much is waiting (503). */
  | { readonly kind: 'full'; readonly why: string }
  | { readonly kind: 'busy'; readonly waiting: number }
  /** A bug; told to the caller as 500 and to nobody in detail. */
  | { readonly kind: 'failed'; readonly error: unknown };

/** The command's own events, durable: accepted, or refused for ever. */
export interface Recorded {
  readonly kind: 'recorded';
  readonly refused: boolean;
  /** True when an earlier try had stored them. */
  readonly replayed: boolean;
  readonly events: readonly RecordedEvent[];
  /** Sequence of the last of them in the log. */
  readonly sequence: number;
}
