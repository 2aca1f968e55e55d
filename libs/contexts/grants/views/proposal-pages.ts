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

const OF_REVIEW = new Set(['ReviewersAssigned', 'ConflictDeclared', 'ProposalReviewed']);

export function partnerProposalPage(document: ProposalDocument): PartnerProposalPage {
  const { reviewers: _r, validReviews: _v, decision, revision: _n, history, ...page } = document;
  const shown = decision === null ? null : pick(decision);
  // Who was assigned, declared or scored, and when, is the network's own business.
  const own = history.filter(({ type, role }) => !OF_REVIEW.has(type) && role !== 'grant-reviewer');
  return { ...page, history: own, decision: shown };
}

function pick({ awardedCents, because, decidedAt, awardId }: ProposalDecision): PartnerProposalPage['decision'] {
  return { awardedCents, because, decidedAt, awardId };
}

/**
 * Undefined for somebody who is not assigned: the proposal then looks absent. As of an earlier moment there is no text at
 * all, or whoever is recused could still ask for the day before.
 */
export function reviewerProposalPage(
  document: ProposalDocument,
  person: PersonId,
  past = false,
): ReviewerProposalPage | undefined {
  const own = document.reviewers.find(({ reviewerId }) => reviewerId === person);
  if (own === undefined) return undefined;
  const { title, targetAudience, objectives, goalIds, anticipatedOutcomes, budget } = document;
  const text = { title, targetAudience, objectives, goalIds, anticipatedOutcomes, budget };
  return { ...proposalRow(document), own, text: own.declared && !own.recused && !past ? text : null };
}

/** Who reads, in the roles of today. */
export interface ProposalReader {
  readonly personId: PersonId;
  /** Program staff, finance or auditor. */
  readonly ofNetwork: boolean;
  /** For whom they apply. */
  readonly partnerIds: readonly string[];
  /** As of an earlier moment. */
  readonly past: boolean;
}

export type ProposalPage = PartnerProposalPage | ReviewerProposalPage | NetworkProposalPage;

/**
 * What a reader may see of a proposal; undefined where it looks absent. The narrowest part that they have in it decides:
 * program staff who are assigned as reviewers see what a reviewer sees.
 */
export function proposalPageFor(document: ProposalDocument, reader: ProposalReader): ProposalPage | undefined {
  if (reader.partnerIds.includes(document.partnerId)) return partnerProposalPage(document);
  const asReviewer = reviewerProposalPage(document, reader.personId, reader.past);
  return asReviewer ?? (reader.ofNetwork ? networkProposalPage(document) : undefined);
}

/** The title on a list: never a reviewer's, for a list can be as of before they were recused. */
export function titleFor(document: ProposalDocument, reader: ProposalReader): string | null {
  const page = proposalPageFor(document, reader);
  if (page === undefined) return null;
  return 'own' in page ? null : page.title;
}
