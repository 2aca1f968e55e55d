import type { ProposalContent, ProposalStanding } from '#contexts/grants/events/proposal-standing';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PersonId } from '#kernel/ids/entity-id';
import type { PartnerRole } from '#kernel/roles/roles';

/** A partner asks for a marketing grant (the brief: "audience, objectives, budget, and anticipated outcomes"). */
export interface GrantProposalSubmittedData {
  readonly proposal: ProposalStanding;
  readonly content: ProposalContent;
  readonly submittedBy: readonly PersonId[];
  readonly applicant: PersonId;
  readonly applicantRole: PartnerRole;
  /** Taken after the deadline, in the policy's grace. */
  readonly withinGrace: boolean;
}

export const GrantProposalSubmitted = eventType<'GrantProposalSubmitted', GrantProposalSubmittedData>(
  'GrantProposalSubmitted',
  1,
);
export type GrantProposalSubmitted = EventOf<typeof GrantProposalSubmitted>;
