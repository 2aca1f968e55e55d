import { AwardAccepted } from '#contexts/grants/events/award-accepted';
import { AwardReportAccepted } from '#contexts/grants/events/award-report-accepted';
import { CreateGrantPayable, GrantDutiesHeld } from '#contexts/payouts/commands/create-grant-payable';
import type { Reaction } from '#kernel/decider/reaction';
import { receivedAt } from '#kernel/decider/received-at';

/** An award is due, at its acceptance or with its accepted report: the door from grants to payouts. */
export const onAwardDue: Reaction = {
  name: 'on-award-due',
  types: [AwardAccepted, AwardReportAccepted],
  react(recorded) {
    const event = recorded as AwardAccepted | AwardReportAccepted;
    return event.data.dueCents === 0 ? undefined : { name: 'CreateGrantPayable', command: payableOf(event) };
  },
};

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
