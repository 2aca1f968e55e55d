import type { ReceiveEvidence } from '#contexts/incentives/commands/receive-evidence';
import type { IncentivesState } from '#contexts/incentives/decide/state';
import { EvidenceReceived } from '#contexts/incentives/events/evidence-received';
import type { Answer } from '#kernel/decider/answer';
import { accepted } from '#kernel/decider/answer';
import type { NewEventOf } from '#kernel/decider/event';

/** Takes note of a stored file. The same file may come again, from anybody: re-use is flagged where a claim names it. */
export function receiveEvidence(
  { sha256, bytes, mediaType, partnerId }: ReceiveEvidence,
  _state: Readonly<IncentivesState>,
): Answer<NewEventOf<typeof EvidenceReceived>> {
  return accepted(EvidenceReceived({ sha256, bytes, mediaType, partnerId: partnerId ?? null }));
}
