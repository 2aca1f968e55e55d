import type { AwardStanding } from '#contexts/grants/events/award-standing';
import type { OutcomeMetric } from '#contexts/grants/events/proposal-standing';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PersonId } from '#kernel/ids/entity-id';

export interface ActualOutcome {
  readonly metric: OutcomeMetric;
  readonly actual: number;
}

/** A receipt or picture by its digest. */
export interface ReportedEvidence {
  readonly kind: string;
  readonly sha256: string;
}

/** The partner tells what it spent and whom it reached. */
export interface AwardReportedData {
  readonly award: AwardStanding;
  readonly actualOutcomes: readonly ActualOutcome[];
  readonly note?: string;
  readonly evidence: readonly ReportedEvidence[];
  readonly reportedBy: readonly PersonId[];
}

export const AwardReported = eventType<'AwardReported', AwardReportedData>('AwardReported', 1);
export type AwardReported = EventOf<typeof AwardReported>;
