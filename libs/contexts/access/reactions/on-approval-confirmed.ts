import { ApprovalConfirmed } from '#contexts/access/events/approval-confirmed';
import { present } from '#kernel/assert/assert';
import type { Reaction } from '#kernel/decider/reaction';
import { Requested } from '#kernel/requested/requested';

/** Whatever command two people want. */
class WantedByTwo extends Requested {}

/**
 * Issues the act that two people want: the confirmer acts, for the asker, so that its event names both. By then it may
 * meet a no like any command (a role that was granted meanwhile); the approval stays confirmed and nothing happens.
 */
export const onApprovalConfirmed: Reaction = {
  name: 'on-approval-confirmed',
  types: [ApprovalConfirmed],
  mayMeetNo: true,
  react(recorded) {
    const { data, metadata } = recorded as ApprovalConfirmed;
    return {
      name: data.command.name,
      command: Object.assign(new WantedByTwo(), data.command.payload),
      by: {
        actor: present(data.confirmedBy[0], 'who confirmed'),
        principal: present(data.requestedBy[0], 'who asked'),
        role: data.role,
        authentication: metadata.authentication,
      },
    };
  },
};
