import type { SubmitGrantProposal } from '#contexts/grants/commands/submit-grant-proposal';
import { overdueReport } from '#contexts/grants/decide/awards/overdue-report';
import type { Known, PartnerFacts } from '#contexts/grants/decide/facts';
import { grantFacts, partnerFacts } from '#contexts/grants/decide/facts';
import { refusal, unruled } from '#contexts/grants/decide/no';
import { applicantRole, needsCosignature } from '#contexts/grants/decide/proposals/applicants';
import type { Written } from '#contexts/grants/decide/proposals/proposal-rules';
import { contentOf, requestedCents, WRITING_RULES } from '#contexts/grants/decide/proposals/proposal-rules';
import { untimely, withinGrace } from '#contexts/grants/decide/proposals/timing';
import type { GrantsState, Round } from '#contexts/grants/decide/state';
import { GrantProposalSubmitted } from '#contexts/grants/events/grant-proposal-submitted';
import { ProposalRefused } from '#contexts/grants/events/proposal-refused';
import type { ProposalStanding } from '#contexts/grants/events/proposal-standing';
import { statusAt } from '#contexts/grants/facts/partner-standing';
import type { Answer, Refusal } from '#kernel/decider/answer';
import { accepted, notFound, notNow, refused } from '#kernel/decider/answer';
import type { Circumstances, Sources } from '#kernel/decider/decider';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';
import type { PersonId } from '#kernel/ids/entity-id';
import { entityId } from '#kernel/ids/entity-id';
import type { PartnerRole } from '#kernel/roles/roles';
import type { PlainDate } from '#kernel/time/plain-date';

/** The day of the deadline is null where there is no round. */
export interface SubmissionFacts extends PartnerFacts {
  readonly closesOn: PlainDate | null;
}

export function submissionFacts(
  { partnerId, quarter }: SubmitGrantProposal,
  state: Readonly<GrantsState>,
  circumstances: Circumstances,
  sources: Sources,
): Known<SubmissionFacts> | (Circumstances & { readonly unruled: true }) {
  const round = state.rounds.get(quarter)?.standing;
  if (!('rules' in grantFacts(undefined, circumstances, sources))) return { ...circumstances, unruled: true };
  const facts = partnerFacts(partnerId, round?.policy, circumstances, sources);
  if (!('rules' in facts)) return facts;
  const { zone } = facts.rules.content.program;
  return { ...facts, closesOn: round === undefined ? null : sources.calendar.dateAt(round.closesAt, zone) };
}

/**
 * Decides a submission (domain.md section 4): who may apply, when, and what may be asked for. A champion's or program
 * manager's proposal waits for the co-signature of the partner's staff.
 */
export function submitGrantProposal(
  command: SubmitGrantProposal,
  state: Readonly<GrantsState>,
  facts: ReturnType<typeof submissionFacts>,
): Answer<NewEventOf<typeof GrantProposalSubmitted> | NewEventOf<typeof ProposalRefused>> {
  if ('unruled' in facts) return unruled;
  const role = 'partner' in facts ? applicantRole(facts, facts.principal) : undefined;
  if (!('partner' in facts) || role === undefined) return notFound;
  const { quarter, partnerId, title } = command;
  const round = state.rounds.get(quarter);
  if (round === undefined || facts.closesOn === null) {
    return notNow('ROUND_UNKNOWN', `No round of ${quarter} was opened.`, { quarter });
  }
  const written: Written = { command, round, facts: { ...facts, closesOn: facts.closesOn } };
  const no = unavailable(command, state, round, facts) ?? firstObjection(written);
  const submittedBy = actingPeople(facts);
  if (no !== undefined) return refused(ProposalRefused({ ...no, partnerId, quarter, title, submittedBy }));
  return accepted(
    GrantProposalSubmitted({
      proposal: standing(command, facts, role),
      content: contentOf(command),
      submittedBy,
      applicant: facts.principal as PersonId,
      applicantRole: role,
      withinGrace: withinGrace(round, facts.at),
    }),
  );
}

/** What stands in the way before a word of the proposal is read. */
function unavailable(
  { quarter, partnerId }: SubmitGrantProposal,
  state: Readonly<GrantsState>,
  round: Round,
  { partner, at, rules }: PartnerFacts,
): Refusal | undefined {
  const status = statusAt(partner, at);
  if (status !== 'active') {
    const because = status === 'paused' ? 'PARTNER_PAUSED' : 'PARTNER_EXITED';
    return refusal(because, `The partner is ${status}: it may not apply for new grants.`, { status });
  }
  return (
    untimely(round, at) ??
    full(state, quarter, rules.content.maxProposals) ??
    owesReport(state, partnerId, at, rules.content.overdueReportBlocks)
  );
}

function full(state: Readonly<GrantsState>, quarter: string, most: number): Refusal | undefined {
  const count = state.byQuarter.get(quarter)?.size ?? 0;
  if (count < most) return undefined;
  return refusal('ROUND_FULL', `The round of ${quarter} has ${count} proposals, as many as one decision takes.`, {
    ...{ quarter, proposals: count, most },
  });
}

function owesReport(
  state: Readonly<GrantsState>,
  partnerId: SubmitGrantProposal['partnerId'],
  at: PartnerFacts['at'],
  blocks: boolean,
): Refusal | undefined {
  const award = blocks ? overdueReport(state, partnerId, at) : undefined;
  if (award === undefined) return undefined;
  const { awardId, reportDueAt } = award.standing;
  const detail = `The expense report of ${awardId} was due at ${reportDueAt ?? ''}; send it first.`;
  return refusal('REPORT_OVERDUE', detail, { awardId, reportDueAt });
}

export function firstObjection(written: Written): Refusal | undefined {
  for (const rule of WRITING_RULES) {
    const no = rule(written);
    if (no !== undefined) return no;
  }
  return undefined;
}

function standing(command: SubmitGrantProposal, facts: PartnerFacts, role: PartnerRole): ProposalStanding {
  return {
    proposalId: entityId('prp', facts.commandId),
    status: needsCosignature(role) ? 'awaiting-cosignature' : 'submitted',
    partnerId: command.partnerId,
    quarter: command.quarter,
    requestedCents: requestedCents(command),
    edition: 1,
    deferredFrom: [],
    policy: facts.policy,
  };
}
