import { CloseAppealWindow } from '#contexts/incentives/commands/close-appeal-window';
import { AppealWindowClosed } from '#contexts/incentives/events/appeal-window-closed';
import { ClaimAppealed } from '#contexts/incentives/events/claim-appealed';
import { ClaimDenied } from '#contexts/incentives/events/claim-denied';
import type { Deadline } from '#kernel/decider/deadline';

type Read = ClaimDenied | ClaimAppealed | AppealWindowClosed;

/** A denial that nobody appeals in time is final. */
export const appealWindow: Deadline = {
  name: 'appeal-window',
  types: [ClaimDenied, ClaimAppealed, AppealWindowClosed],
  moves(recorded) {
    const event = recorded as Read;
    const dueAt = event.type === 'ClaimDenied' ? event.data.appealableUntil : null;
    return [{ entity: event.data.claim.claimId, dueAt }];
  },
  command: (claimId) => ({ name: 'CloseAppealWindow', command: Object.assign(new CloseAppealWindow(), { claimId }) }),
};
