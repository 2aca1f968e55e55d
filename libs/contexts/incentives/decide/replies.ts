import type { ClaimStanding } from '#contexts/incentives/events/claim-standing';
import type { EvidenceReceivedData } from '#contexts/incentives/events/evidence-received';
import { present } from '#kernel/assert/assert';
import type { Reply } from '#kernel/decider/decider';
import type { RecordedEvent } from '#kernel/decider/event';

/** What a caller is told of a claim: how it stands after the command's own event. */
export function claimReply(events: readonly RecordedEvent[]): Reply {
  const event = present(events[0], 'the event of a claim command');
  const { claimId, ...standing } = (event.data as { readonly claim: ClaimStanding }).claim;
  const body = { id: claimId, ...standing };
  return event.type === 'IncentiveClaimed'
    ? { status: 201, body, location: `/v1/claims/${claimId}` }
    : { status: 200, body };
}

/** What a caller is told of a resolved contest: the claim that stands, and those that were turned down for it. */
export function contestReply(events: readonly RecordedEvent[]): Reply {
  const claims = events.map(({ data }) => (data as { readonly claim: ClaimStanding }).claim);
  const { claimId, ...standing } = present(claims.at(-1), 'the claim that stands');
  return { status: 200, body: { id: claimId, ...standing, turnedDown: claims.slice(0, -1).map((one) => one.claimId) } };
}

/** What the two people of an override are told. */
export function overrideReply(events: readonly RecordedEvent[]): Reply {
  return { status: 201, body: present(events[0], 'the event of an override').data };
}

export function evidenceReply(events: readonly RecordedEvent[]): Reply {
  const { sha256, bytes, mediaType } = present(events[0], 'the event of an upload').data as EvidenceReceivedData;
  return { status: 201, body: { sha256, bytes, mediaType } };
}
