import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PartnerId } from '#kernel/ids/entity-id';

/** A file arrived and is kept by its SHA-256. It lies in the ledger because a claim on it is decided there. */
export interface EvidenceReceivedData {
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
  /** Whose evidence it is; null when network staff entered it, for any partner. */
  readonly partnerId: PartnerId | null;
}

export const EvidenceReceived = eventType<'EvidenceReceived', EvidenceReceivedData>('EvidenceReceived', 1);
export type EvidenceReceived = EventOf<typeof EvidenceReceived>;
