import { AwardReportAccepted } from '#contexts/grants/events/award-report-accepted';
import { CreateReceivable } from '#contexts/payouts/commands/create-receivable';
import type { Reaction } from '#kernel/decider/reaction';

/** Less was spent than was paid: what the partner owes back becomes receivable, once its report is accepted. */
export const onAwardOwes: Reaction = {
  name: 'on-award-owes',
  types: [AwardReportAccepted],
  react(recorded) {
    const { award, decisionId, duties } = (recorded as AwardReportAccepted).data;
    const { awardId, partnerId, quarter, programYear, owedBackCents } = award;
    if (owedBackCents === 0) return undefined;
    const owed = { decisionId, awardId, partnerId, quarter, programYear, amountCents: owedBackCents };
    return {
      name: 'CreateReceivable',
      command: Object.assign(new CreateReceivable(), owed, { submitted: [...duties.submitted] }),
    };
  },
};
