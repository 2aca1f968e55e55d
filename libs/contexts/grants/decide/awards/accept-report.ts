import type { AcceptReport } from '#contexts/grants/commands/accept-report';
import type { DueFacts } from '#contexts/grants/decide/awards/award-act';
import { aboutAward, awardOf, unlessAward } from '#contexts/grants/decide/awards/award-act';
import type { Known } from '#contexts/grants/decide/facts';
import { actRefused, clashOfDuties } from '#contexts/grants/decide/no';
import { awardMove } from '#contexts/grants/decide/pool/pool-money';
import type { Award, GrantsState } from '#contexts/grants/decide/state';
import { AwardReportAccepted } from '#contexts/grants/events/award-report-accepted';
import type { AwardStanding, GrantDuties } from '#contexts/grants/events/award-standing';
import type { GrantActRefused } from '#contexts/grants/events/grant-act-refused';
import { present } from '#kernel/assert/assert';
import type { Answer } from '#kernel/decider/answer';
import { accepted } from '#kernel/decider/answer';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';
import type { PersonId } from '#kernel/ids/entity-id';
import { entityId } from '#kernel/ids/entity-id';
import { add, greater, lesser, subtract, ZERO } from '#kernel/money/cents';

/**
 * Accepts an expense report (examples.md E7). Of an advance, what was not spent is owed back and the pool stays as it is
 * until it comes; a reimbursement is due for what was spent, up to what was accepted, and the rest is free at once.
 */
export function acceptReport(
  { awardId, note }: AcceptReport,
  state: Readonly<GrantsState>,
  known: Known<DueFacts>,
): Answer<NewEventOf<typeof AwardReportAccepted> | NewEventOf<typeof GrantActRefused>> {
  const act = awardOf(awardId, state, known);
  if ('kind' in act) return act;
  const not = unlessAward(act, 'accept the report of', ['reported']);
  if (not !== undefined) return not;
  const { award, facts } = act;
  const people = actingPeople(facts);
  const no = clashOfDuties(people, facts, [...award.submitted, ...award.approved], 'AcceptReport');
  if (no !== undefined) return actRefused(aboutAward(act, 'AcceptReport'), no);
  const standing = settled(award.standing);
  return accepted(
    AwardReportAccepted({
      award: standing,
      decisionId: entityId('dec', facts.commandId),
      move: awardMove(state, award.standing, standing),
      dueCents: standing.payment === 'reimbursement' ? standing.netCents : ZERO,
      roundDate: facts.roundDate,
      duties: dutiesWith(award, people),
      acceptedBy: people,
      ...(note === undefined ? {} : { note }),
    }),
  );
}

function settled(standing: AwardStanding): AwardStanding {
  const spent = present(standing.spentCents, 'what a report says was spent');
  const reported = { ...standing, status: 'report-accepted' } as const;
  if (standing.payment === 'reimbursement') return { ...reported, netCents: lesser(spent, standing.netCents) };
  const unspent = greater(ZERO, subtract(standing.acceptedCents, spent));
  return { ...reported, owedBackCents: add(standing.owedBackCents, unspent) };
}

/** Whoever found the report to be in order has verified this money too. */
function dutiesWith({ submitted, verified, approved }: Award, people: readonly PersonId[]): GrantDuties {
  return { submitted, verified: [...new Set([...verified, ...people])], approved };
}
