import type { AppealClaim } from '#contexts/incentives/commands/appeal-claim';
import type { ClaimAct } from '#contexts/incentives/decide/claim-act';
import {
  actRefused,
  capMove,
  claimOf,
  clashOfSubmitter,
  unlessOwnStaff,
  unlessStanding,
} from '#contexts/incentives/decide/claim-act';
import type { IncentiveFacts } from '#contexts/incentives/decide/claim-facts';
import { capExceeded, reservationCents } from '#contexts/incentives/decide/reservation';
import type { IncentivesState } from '#contexts/incentives/decide/state';
import type { ClaimActRefused } from '#contexts/incentives/events/claim-act-refused';
import { ClaimAppealed } from '#contexts/incentives/events/claim-appealed';
import { present } from '#kernel/assert/assert';
import type { Answer, Refusal } from '#kernel/decider/answer';
import { accepted, refused } from '#kernel/decider/answer';
import type { Circumstances } from '#kernel/decider/decider';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';
import { ZERO } from '#kernel/money/cents';

/** Decides an appeal: by the partner's staff, within the window, from the headroom that is left now. */
export function appealClaim(
  command: AppealClaim,
  state: Readonly<IncentivesState>,
  facts: IncentiveFacts | Circumstances,
): Answer<NewEventOf<typeof ClaimAppealed> | NewEventOf<typeof ClaimActRefused>> {
  const act = claimOf(command.claimId, state, facts);
  if ('kind' in act) return act;
  const no = unlessOwnStaff(act) ?? unlessStanding(act, 'appeal', ['denied']);
  if (no !== undefined) return no;
  const clash = clashOfSubmitter(act, 'appeal');
  if (clash !== undefined) return refused(clash);
  const late = tooLate(act);
  if (late !== undefined) return refused(actRefused(act.claim, 'appeal', late));
  const { standing } = act.claim;
  const { content } = act.facts.rules;
  const before = capMove(state, act, ZERO, ZERO);
  const reservedCents = reservationCents(standing.requestedCents, before.headroomBeforeCents, content);
  if (reservedCents === ZERO) {
    return refused(actRefused(act.claim, 'appeal', capExceeded(standing.requestedCents, before, content)));
  }
  return accepted(
    ClaimAppealed({
      claim: { ...standing, status: 'appealed', reservedCents, truncated: reservedCents < standing.requestedCents },
      cap: capMove(state, act, ZERO, reservedCents),
      appealedBy: actingPeople(facts),
      grounds: command.grounds,
    }),
  );
}

function tooLate({ claim, facts: { at } }: ClaimAct): Refusal | undefined {
  const appealableUntil = present(claim.appealableUntil, 'the end of an appeal window');
  if (at < appealableUntil) return undefined;
  return {
    because: 'APPEAL_WINDOW_CLOSED',
    detail: `The denial was appealable until ${appealableUntil}; the appeal arrived at ${at}.`,
    figures: { receivedAt: at, appealableUntil },
  };
}
