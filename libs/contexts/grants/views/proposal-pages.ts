import type { ProposalDecision, ProposalDocument, ReviewerEntry } from '#contexts/grants/views/proposals';
import type { PersonId } from '#kernel/ids/entity-id';

/** What everybody may know of a proposal who may know of it at all: no text, no scores, no names of reviewers. */
export type ProposalRow = Omit<
  ProposalDocument,
  | 'targetAudience'
  | 'objectives'
  | 'budget'
  | 'reviewers'
  | 'validReviews'
  | 'decision'
  | 'history'
  | 'revision'
  | 'title'
  | 'goalIds'
  | 'anticipatedOutcomes'
  | 'actualOutcomes'
> & { readonly awardedCents: ProposalDecision['awardedCents'] | null };

/** The partner's own page: all that it wrote and what it got, and of the review nothing but why it got less. */
export type PartnerProposalPage = Omit<ProposalDocument, 'reviewers' | 'validReviews' | 'decision' | 'revision'> & {
  readonly decision: Pick<ProposalDecision, 'awardedCents' | 'because' | 'decidedAt' | 'awardId'> | null;
};

/** Program staff's, finance's and the auditor's page: everything. */
export type NetworkProposalPage = Omit<ProposalDocument, 'revision'>;

/** An assigned reviewer's page: before the declaration, and when recused, there is no text; of reviews only their own. */
export type ReviewerProposalPage = ProposalRow & {
  readonly own: ReviewerEntry;
  readonly text: Pick<
    ProposalDocument,
    'title' | 'targetAudience' | 'objectives' | 'goalIds' | 'anticipatedOutcomes' | 'budget'
  > | null;
};

export function proposalRow(document: ProposalDocument): ProposalRow {
  const { targetAudience: _a, objectives: _o, budget: _b, reviewers: _r, validReviews: _v, ...rest } = document;
  const { decision, history: _h, revision: _n, title: _t, goalIds: _g, ...shorter } = rest;
  const { anticipatedOutcomes: _ao, actualOutcomes: _ac, ...row } = shorter;
  return { ...row, awardedCents: decision?.awardedCents ?? null };
}

export function networkProposalPage({ revision: _revision, ...page }: ProposalDocument): NetworkProposalPage {
  return page;
}

export function partnerProposalPage(document: ProposalDocument): PartnerProposalPage {
  const { reviewers: _r, validReviews: _v, decision, revision: _n, history, ...page } = document;
  const shown = decision === null ? null : pick(decision);
  // When a reviewer was assigned, declared or scored is the network's own business.
  return { ...page, history: history.filter(({ role }) => role !== 'grant-reviewer'), decision: shown };
}

function pick({ awardedCents, because, decidedAt, awardId }: ProposalDecision): PartnerProposalPage['decision'] {
  return { awardedCents, because, decidedAt, awardId };
}

/** Undefined for somebody who is not assigned: the proposal then looks absent. */
export function reviewerProposalPage(document: ProposalDocument, person: PersonId): ReviewerProposalPage | undefined {
  const own = document.reviewers.find(({ reviewerId }) => reviewerId === person);
  if (own === undefined) return undefined;
  const { title, targetAudience, objectives, goalIds, anticipatedOutcomes, budget } = document;
  const text = { title, targetAudience, objectives, goalIds, anticipatedOutcomes, budget };
  return { ...proposalRow(document), own, text: own.declared && !own.recused ? text : null };
}
