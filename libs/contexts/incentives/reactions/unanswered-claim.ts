import { DenyUnansweredClaim } from '#contexts/incentives/commands/deny-unanswered-claim';
import { ClaimDenied } from '#contexts/incentives/events/claim-denied';
import { ClaimResubmitted } from '#contexts/incentives/events/claim-resubmitted';
import { ClaimWithdrawn } from '#contexts/incentives/events/claim-withdrawn';
import { InformationRequested } from '#contexts/incentives/events/information-requested';
import type { Deadline } from '#kernel/decider/deadline';

type Read = InformationRequested | ClaimResubmitted | ClaimDenied | ClaimWithdrawn;

/** A question that nobody answers ends in a denial, which the partner may appeal (domain.md section 3). */
export const unansweredClaim: Deadline = {
  name: 'unanswered-claim',
  types: [InformationRequested, ClaimResubmitted, ClaimDenied, ClaimWithdrawn],
  moves(recorded) {
    const event = recorded as Read;
    const dueAt = event.type === 'InformationRequested' ? event.data.answerBy : null;
    return [{ entity: event.data.claim.claimId, dueAt }];
  },
  command: (claimId) => ({
    name: 'DenyUnansweredClaim',
    command: Object.assign(new DenyUnansweredClaim(), { claimId }),
  }),
};
