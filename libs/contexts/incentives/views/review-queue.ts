import type { ClaimDocument, WaitsOn } from '#contexts/incentives/views/claims';
import { claimPage } from '#contexts/incentives/views/claims';
import type { ClaimId, PartnerId, PersonId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import { add, lesser, subtract } from '#kernel/money/cents';
import type { Calendar } from '#kernel/time/calendar';
import type { Instant } from '#kernel/time/instant';
import type { PlainDate } from '#kernel/time/plain-date';
import { daysBetween } from '#kernel/time/plain-date';
import type { ProgramCalendar } from '#kernel/time/program-calendar';
import { quarterOf } from '#kernel/time/program-calendar';

/** What an open claim still lacks before it is decided. */
export type Missing =
  'answer' | 'contest-resolution' | 'flag-answer' | 'verification' | 'approval' | 'appeal-decision' | 'headroom';

/** An open claim as whoever works on it sees it. */
export interface QueuedClaim {
  readonly kind: 'claim';
  readonly id: ClaimId;
  readonly partnerId: PartnerId;
  readonly status: ClaimDocument['status'];
  /** Of the program year, by the day on which it was submitted. */
  readonly quarter: string;
  readonly outcomeType: string;
  readonly subjectId: string;
  readonly outcomeDate: PlainDate;
  readonly requestedCents: Cents;
  readonly reservedCents: Cents;
  readonly flags: readonly string[];
  readonly submittedAt: Instant;
  /** Whole days of the program since it was submitted. */
  readonly ageDays: number;
  readonly waitsOn: WaitsOn;
  /** Until when the partner may answer; null where nothing is asked. */
  readonly dueAt: Instant | null;
  readonly missing: readonly Missing[];
  readonly actedBy: readonly PersonId[];
  /** Of the partner's year now, and after as much of the claim as fits is approved. */
  readonly headroomCents: Cents;
  readonly headroomAfterCents: Cents;
}

/** What is true of the moment for which a queue is made. */
export interface QueueMoment {
  readonly today: PlainDate;
  readonly program: ProgramCalendar;
  readonly calendar: Calendar;
}

/** The line of a claim in the queue; undefined for one that waits on nobody. */
export function queuedClaim(
  claim: ClaimDocument,
  headroomCents: Cents,
  { today, program, calendar }: QueueMoment,
): QueuedClaim | undefined {
  const { waitsOn, ...page } = claimPage(claim);
  if (waitsOn === null) return undefined;
  const submittedOn = calendar.dateAt(page.submittedAt, program.zone);
  const available = add(claim.reservedCents, headroomCents);
  const approvableCents = lesser(page.requestedCents, available);
  return {
    ...{ kind: 'claim', id: page.id, partnerId: page.partnerId, status: page.status },
    quarter: quarterOf(submittedOn, program),
    ...{ outcomeType: page.outcomeType, subjectId: page.subjectId, outcomeDate: page.outcomeDate },
    ...{ requestedCents: page.requestedCents, reservedCents: page.reservedCents, flags: page.flags },
    ...{ submittedAt: page.submittedAt, ageDays: daysBetween(submittedOn, today), waitsOn, dueAt: page.answerBy },
    missing: [...missingOf(claim), ...(approvableCents < page.requestedCents ? (['headroom'] as const) : [])],
    actedBy: claim.acted,
    ...{ headroomCents, headroomAfterCents: subtract(available, approvableCents) },
  };
}

/** In the order in which it can be done. */
function missingOf({ waitsOnAct, status, flags }: ClaimDocument): readonly Missing[] {
  const flag = flags.includes('EVIDENCE_REUSED_ACROSS_PARTNERS') ? (['flag-answer'] as const) : [];
  const verification = status === 'verified' ? [] : ([...flag, 'verification'] as const);
  switch (waitsOnAct) {
    case 'resubmit':
      return ['answer', ...verification, 'approval'];
    case 'resolve-contest':
      return ['contest-resolution', ...verification, 'approval'];
    case 'verify':
      return [...verification, 'approval'];
    case 'approve':
      return ['approval'];
    case 'decide-appeal':
      return ['appeal-decision'];
    case null:
      return [];
  }
}
