import { proposalFacts } from '#contexts/grants/decide/facts';
import { onLedger, onProposal } from '#contexts/grants/decide/ledger/on-ledger';
import { assignmentFacts, assignReviewers } from '#contexts/grants/decide/proposals/assign-reviewers';
import { cosignProposal } from '#contexts/grants/decide/proposals/cosign-proposal';
import { declareConflict } from '#contexts/grants/decide/proposals/declare-conflict';
import { deferProposal } from '#contexts/grants/decide/proposals/defer-proposal';
import { reviewProposal } from '#contexts/grants/decide/proposals/review-proposal';
import { reviseProposal, revisionFacts } from '#contexts/grants/decide/proposals/revise-proposal';
import { submissionFacts, submitGrantProposal } from '#contexts/grants/decide/proposals/submit-grant-proposal';
import { withdrawProposal } from '#contexts/grants/decide/proposals/withdraw-proposal';
import { assignmentReply, declarationReply, proposalReply, reviewReply } from '#contexts/grants/decide/replies';
import type { GrantsState } from '#contexts/grants/decide/state';
import type { AnyCommandSpec } from '#kernel/decider/decider';

const byPartner = { ...onProposal, facts: proposalFacts, reply: proposalReply };

/** Proposals from their submission to their reviews. */
export const PROPOSAL_COMMANDS: readonly AnyCommandSpec<GrantsState>[] = [
  {
    ...onLedger,
    name: 'SubmitGrantProposal',
    facts: submissionFacts,
    decide: submitGrantProposal,
    reply: proposalReply,
  },
  { ...byPartner, name: 'CosignProposal', decide: cosignProposal },
  { ...byPartner, name: 'ReviseProposal', facts: revisionFacts, decide: reviseProposal },
  { ...byPartner, name: 'WithdrawProposal', decide: withdrawProposal },
  { ...byPartner, name: 'DeferProposal', decide: deferProposal },
  { ...byPartner, name: 'AssignReviewers', facts: assignmentFacts, decide: assignReviewers, reply: assignmentReply },
  { ...byPartner, name: 'DeclareConflict', decide: declareConflict, reply: declarationReply },
  { ...byPartner, name: 'ReviewProposal', decide: reviewProposal, reply: reviewReply },
];
