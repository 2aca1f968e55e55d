import type { PartnerId } from '#kernel/ids/entity-id';
import type { View } from '#platform/view-store/port/view';

/** That a partner may read a file: it sent it, or a claim of its names it. What is in the file is no view's. */
export interface EvidenceDocument {
  /** `SHA-256/partner`, with `-` for the network's own staff. */
  readonly id: string;
  readonly sha256: string;
  /** Null for a file that network staff entered. */
  readonly partnerId: PartnerId | null;
}

export const evidenceKey = (sha256: string, partnerId: PartnerId | null): string => `${sha256}/${partnerId ?? '-'}`;

export const evidenceView: View<EvidenceDocument> = {
  name: 'evidence',
  version: 1,
  partnerOf: ({ partnerId }) => partnerId,
  fields: { sha256: 'text' },
  totals: [],
};
