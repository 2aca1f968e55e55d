import { ClaimResubmitted } from '#contexts/incentives/events/claim-resubmitted';
import { EvidenceReceived } from '#contexts/incentives/events/evidence-received';
import { IncentiveClaimed } from '#contexts/incentives/events/incentive-claimed';
import type { EvidenceDocument } from '#contexts/incentives/views/evidence';
import type { Projection } from '#kernel/decider/projection';
import type { PartnerId } from '#kernel/ids/entity-id';

type Read = EvidenceReceived | IncentiveClaimed | ClaimResubmitted;

/** A document for each file and partner that sent it or names it in a claim. */
export const evidenceProjection: Projection<EvidenceDocument> = {
  view: { name: 'evidence', version: 1 },
  types: [EvidenceReceived, IncentiveClaimed, ClaimResubmitted],
  keys(recorded) {
    const event = recorded as Read;
    if (event.type === 'EvidenceReceived') return [`${event.data.sha256}/${event.data.partnerId ?? '-'}`];
    const { claim, evidence } = event.data;
    return evidence.map(({ sha256 }) => `${sha256}/${claim.partnerId}`);
  },
  fold(document, _event, key) {
    // The same document is no change, and nothing is written.
    if (document !== undefined) return document;
    const [sha256 = '', partner = '-'] = key.split('/');
    return { id: key, sha256, partnerId: partner === '-' ? null : (partner as PartnerId) };
  },
};
