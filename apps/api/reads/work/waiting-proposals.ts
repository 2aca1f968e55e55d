import type { Subject } from '#contexts/access/policy/who-may';
import { grantsPoliciesView } from '#contexts/grants/views/policies';
import type { ProposalDocument } from '#contexts/grants/views/proposals';
import { proposalsView } from '#contexts/grants/views/proposals';
import type { ReviewQueueRow } from '#contexts/grants/views/review-queue';
import { owedBy, reviewQueue } from '#contexts/grants/views/review-queue';
import { roundsView } from '#contexts/grants/views/rounds';
import { grantsPoliciesIn } from '../moment/grants-program';
import { proposalReader } from '../tables/proposal-reader';
import type { Ask } from '../table/table-read';

export const WAITING_PROPOSAL_VIEWS = [proposalsView, roundsView, grantsPoliciesView];

/** A proposal that waits for reviewers or reviews. */
export interface WaitingProposal {
  readonly document: ProposalDocument;
  readonly line: ReviewQueueRow;
}

/**
 * Each round's waiting proposals, by the number of reviews that the policy of the round asks for. A reviewer sees their
 * own debts; whoever runs the network sees everybody's.
 */
export async function waitingProposals({ reader, scope, subject }: Ask): Promise<readonly WaitingProposal[]> {
  const submitted = { where: [{ field: 'status', is: '=', value: 'submitted' } as const] };
  const proposals = (await reader.find(scope, proposalsView, submitted)).rows.map(({ document }) => document);
  const policies = await grantsPoliciesIn(reader, scope);
  const needed = (version: number): number =>
    policies.find((policy) => policy.version === version)?.content.rubric.minReviews ?? 0;
  const quarters = [...new Set(proposals.map(({ quarter }) => quarter))];
  const queues = await Promise.all(
    quarters.map(async (quarter) => {
      const round = await reader.get(scope, roundsView, quarter);
      return reviewQueue(proposals, quarter, needed((round ?? proposals[0])?.policy.version ?? 0));
    }),
  );
  const byId = new Map(proposals.map((document) => [document.id, document]));
  return ownOf(queues.flat(), subject).flatMap((line) => {
    const document = byId.get(line.proposalId);
    return document === undefined ? [] : [{ document, line }];
  });
}

function ownOf(queue: readonly ReviewQueueRow[], subject: Subject): readonly ReviewQueueRow[] {
  const { ofNetwork, personId } = proposalReader(subject);
  if (ofNetwork) return queue;
  return owedBy(queue, personId).map((row) => ({
    ...row,
    owed: row.owed.filter(({ reviewerId }) => reviewerId === personId),
  }));
}
