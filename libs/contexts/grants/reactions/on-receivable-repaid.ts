import { RecordRepayment } from '#contexts/grants/commands/record-repayment';
import { ReceivableRepaid } from '#contexts/payouts/events/receivable-repaid';
import type { Reaction } from '#kernel/decider/reaction';

/** What a partner gave back returns to the pool that it came from: the door from payouts to grants. */
export const onReceivableRepaid: Reaction = {
  name: 'on-receivable-repaid',
  types: [ReceivableRepaid],
  react(recorded) {
    const { receivable, repaidCents } = (recorded as ReceivableRepaid).data;
    if (receivable.source.kind !== 'award') return undefined;
    const { awardId } = receivable.source;
    return { name: 'RecordRepayment', command: Object.assign(new RecordRepayment(), { awardId, repaidCents }) };
  },
};
