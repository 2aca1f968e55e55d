import type { ProposalDocument } from '#contexts/grants/views/proposals';
import type { AwardId, PartnerId, ProposalId } from '#kernel/ids/entity-id';

/** What an awarded activity was to reach, and what its report says it did. */
export interface ReachRow {
  readonly proposalId: ProposalId;
  readonly awardId: AwardId;
  readonly partnerId: PartnerId;
  readonly quarter: string;
  readonly metric: string;
  /** Null for a metric that the proposal did not name. */
  readonly anticipated: number | null;
  /** Null until it is reported. */
  readonly actual: number | null;
}

/** A row for each metric of each proposal that got an award. */
export function reachRows(proposals: readonly ProposalDocument[]): readonly ReachRow[] {
  return proposals.flatMap((one) => {
    const awardId = one.decision?.awardId ?? null;
    if (awardId === null) return [];
    const metrics = [...one.anticipatedOutcomes, ...(one.actualOutcomes ?? [])].map(({ metric }) => metric);
    return [...new Set(metrics)].map((metric): ReachRow => ({
      ...{ proposalId: one.id, awardId, partnerId: one.partnerId, quarter: one.quarter, metric },
      anticipated: one.anticipatedOutcomes.find((outcome) => outcome.metric === metric)?.target ?? null,
      actual: one.actualOutcomes?.find((outcome) => outcome.metric === metric)?.actual ?? null,
    }));
  });
}
