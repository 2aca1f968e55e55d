import { EndPayeeHold } from '#contexts/partners/commands/end-payee-hold';
import { PayeeChanged } from '#contexts/partners/events/payee-changed';
import { PayeeHoldEnded } from '#contexts/partners/events/payee-hold-ended';
import type { Deadline } from '#kernel/decider/deadline';

/** A changed account is paid to when the partner had a day to object. */
export const payeeHold: Deadline = {
  name: 'payee-hold',
  types: [PayeeChanged, PayeeHoldEnded],
  moves(recorded) {
    const event = recorded as PayeeChanged | PayeeHoldEnded;
    return [{ entity: event.data.partnerId, dueAt: event.type === 'PayeeChanged' ? event.data.heldUntil : null }];
  },
  command: (partnerId) => ({ name: 'EndPayeeHold', command: Object.assign(new EndPayeeHold(), { partnerId }) }),
};
