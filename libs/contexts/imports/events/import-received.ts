import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { Cents } from '#kernel/money/cents';
import type { ImportId, PersonId } from '#kernel/ids/entity-id';

/** All that a plan is made of, beside the log: the file by its digest, and how it is to be read. */
export interface ImportReceivedData {
  readonly importId: ImportId;
  readonly kind: 'partners' | 'people' | 'signups' | 'claims';
  readonly mode: 'per-row' | 'all-or-nothing';
  readonly sha256: string;
  readonly bytes: number;
  readonly fill: readonly { readonly column: string; readonly value: string }[];
  readonly expectRows: number | null;
  readonly expectCents: Cents | null;
  readonly receivedBy: readonly PersonId[];
}

export const ImportReceived = eventType<'ImportReceived', ImportReceivedData>('ImportReceived', 1);
export type ImportReceived = EventOf<typeof ImportReceived>;
