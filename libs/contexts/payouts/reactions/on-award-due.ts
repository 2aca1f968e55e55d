import { AwardAccepted } from '#contexts/grants/events/award-accepted';
import { AwardReportAccepted } from '#contexts/grants/events/award-report-accepted';
import { AwardReversed } from '#contexts/grants/events/award-reversed';
import { CreateGrantPayable, GrantDutiesHeld } from '#contexts/payouts/commands/create-grant-payable';
import { HoldReversed } from '#contexts/payouts/commands/hold-reversed';
import type { Reaction } from '#kernel/decider/reaction';
import { receivedAt } from '#kernel/decider/received-at';

/**
 * An award is due, at its acceptance or with its accepted report, and one that is taken back is held: the door from grants
 * to payouts. One reaction for both, for the second must never overtake the first.
 */
export const onAwardDue: Reaction = {
  name: 'on-award-due',
  types: [AwardAccepted, AwardReportAccepted, AwardReversed],
  react(recorded) {
    const event = recorded as AwardAccepted | AwardReportAccepted | AwardReversed;
    if (event.type === 'AwardReversed') return taken(event);
    return event.data.dueCents === 0 ? undefined : { name: 'CreateGrantPayable', command: payableOf(event) };
  },
};

/** What had not become payable is free already; what had is owed until payouts says otherwise. */
function taken({ data: { award } }: AwardReversed): ReturnType<Reaction['react']> {
  const { awardId, owedBackCents } = award;
  if (owedBackCents === 0) return undefined;
  return { name: 'HoldReversed', command: Object.assign(new HoldReversed(), { awardId }) };
}

function payableOf(event: AwardAccepted | AwardReportAccepted): CreateGrantPayable {
  const { award, decisionId, roundDate, dueCents, duties } = event.data;
  const { awardId, partnerId, quarter, programYear } = award;
  return Object.assign(new CreateGrantPayable(), {
    ...{ decisionId, awardId, partnerId, quarter, programYear, roundDate },
    decidedAt: receivedAt(event),
    amountCents: dueCents,
    duties: Object.assign(new GrantDutiesHeld(), duties),
  });
}
