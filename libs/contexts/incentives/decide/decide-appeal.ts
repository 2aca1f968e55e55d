import { answersOf, unlessAnswered } from '#contexts/incentives/decide/answered-flags';
import type { DecideAppeal } from '#contexts/incentives/commands/decide-appeal';
import { approval } from '#contexts/incentives/decide/approval';
import type { ClaimAct } from '#contexts/incentives/decide/claim-act';
import { capMove, claimOf, clashOfDuties, ifContested, unlessStanding } from '#contexts/incentives/decide/claim-act';
import type { IncentiveFacts } from '#contexts/incentives/decide/claim-facts';
import type { IncentivesState } from '#contexts/incentives/decide/state';
import { heldDuties, holdersBeside } from '#contexts/incentives/decide/state';
import { AppealRejected } from '#contexts/incentives/events/appeal-rejected';
import type { ClaimActRefused } from '#contexts/incentives/events/claim-act-refused';
import type { ClaimApproved } from '#contexts/incentives/events/claim-approved';
import type { Answer, NotNow } from '#kernel/decider/answer';
import { accepted, notNow, refused } from '#kernel/decider/answer';
import type { Circumstances } from '#kernel/decider/decider';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';
import { entityId } from '#kernel/ids/entity-id';
import { ZERO } from '#kernel/money/cents';

type Decided =
  NewEventOf<typeof ClaimApproved> | NewEventOf<typeof AppealRejected> | NewEventOf<typeof ClaimActRefused>;

/**
 * Decides an appeal, by somebody who neither submitted, verified nor denied. Upheld it is an approval like any other, so
 * that whatever follows from one (the payable) follows from it; rejected it is final.
 */
export function decideAppeal(
  command: DecideAppeal,
  state: Readonly<IncentivesState>,
  facts: IncentiveFacts | Circumstances,
): Answer<Decided> {
  const act = claimOf(command.claimId, state, facts);
  if ('kind' in act) return act;
  const no = unlessStanding(act, 'decide the appeal of', ['appealed']) ?? impediment(command, act, state);
  if (no !== undefined) return no;
  const clash = clashOfDuties(act, 'decide-appeal', { ...heldDuties(act.claim), denied: act.claim.deniedBy });
  if (clash !== undefined) return refused(clash);
  if (!command.upheld) return accepted(rejection(command, act, state));
  const answered = command.flagsAnswered ?? [];
  // Of a claim that nobody verified no flag was answered yet (G8).
  const open = unlessAnswered(act.claim.standing, answered, act.claim.duties.verified.length > 0);
  if (open !== undefined) return open;
  const said = answered.length === 0 ? {} : { flagsAnswered: answersOf(answered) };
  const words = { reason: command.reason, uponAppeal: true as const, ...said };
  return approval({ asked: command.approvedCents, as: 'decide-appeal' }, act, state, words);
}

/** An upheld appeal is an approval: no other claim may hold the outcome. */
function impediment(
  { upheld, approvedCents }: DecideAppeal,
  act: ClaimAct,
  state: Readonly<IncentivesState>,
): NotNow | undefined {
  if (!upheld) {
    if (approvedCents === undefined) return undefined;
    return notNow('AMOUNT_UNEXPECTED', 'A rejected appeal approves nothing; leave approvedCents out.');
  }
  const other = holdersBeside(act.claim, state, act.facts.at)[0];
  if (other === undefined) return ifContested(act);
  const detail = 'Another claim holds the same outcome; it must first be denied, reversed or withdrawn.';
  return notNow('CONTESTED', detail, { claimId: act.claim.standing.claimId });
}

function rejection(
  { reason }: DecideAppeal,
  act: ClaimAct,
  state: Readonly<IncentivesState>,
): NewEventOf<typeof AppealRejected> {
  const { standing, rivals } = act.claim;
  return AppealRejected({
    claim: { ...standing, status: 'rejected', reservedCents: ZERO },
    decisionId: entityId('dec', act.facts.commandId),
    releasedCents: standing.reservedCents,
    cap: capMove(state, act, standing.reservedCents, ZERO),
    rivals,
    decidedBy: actingPeople(act.facts),
    reason,
  });
}
