import type { ApproveClaim } from '#contexts/incentives/commands/approve-claim';
import type { ClaimAct } from '#contexts/incentives/decide/claim-act';
import {
  actRefused,
  capMove,
  claimOf,
  clashOfDuties,
  ifContested,
  unlessStanding,
} from '#contexts/incentives/decide/claim-act';
import type { IncentiveFacts } from '#contexts/incentives/decide/claim-facts';
import type { IncentivesState } from '#contexts/incentives/decide/state';
import { capYearOf, dutyHolders, headroomCents } from '#contexts/incentives/decide/state';
import type { ClaimActRefused } from '#contexts/incentives/events/claim-act-refused';
import { ClaimApproved } from '#contexts/incentives/events/claim-approved';
import type { Answer, Refusal } from '#kernel/decider/answer';
import { accepted, refused } from '#kernel/decider/answer';
import type { Circumstances } from '#kernel/decider/decider';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';
import { entityId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import { add, dollars, lesser, ZERO } from '#kernel/money/cents';

/**
 * Decides an approval. Without an amount: min(catalogue, this claim's reservation + headroom now). What was reserved may
 * be approved even when the cap was lowered below it since (examples.md E3).
 */
export function approveClaim(
  command: ApproveClaim,
  state: Readonly<IncentivesState>,
  facts: IncentiveFacts | Circumstances,
): Answer<NewEventOf<typeof ClaimApproved> | NewEventOf<typeof ClaimActRefused>> {
  const act = claimOf(command.claimId, state, facts);
  if ('kind' in act) return act;
  const no = ifContested(act) ?? unlessStanding(act, 'approve', ['verified']);
  if (no !== undefined) return no;
  const clash = clashOfDuties(act, 'approve', dutyHolders(act.claim));
  if (clash !== undefined) return refused(clash);
  const { standing, duties } = act.claim;
  const affordable = affordableCents(act, state);
  const approvedCents = command.approvedCents ?? lesser(standing.requestedCents, affordable);
  const out = outOfBounds(act, approvedCents) ?? beyondCap(approvedCents, affordable, act);
  if (out !== undefined) return refused(actRefused(act.claim, 'approve', out));
  return accepted(
    ClaimApproved({
      claim: { ...standing, status: 'approved', reservedCents: ZERO, approvedCents },
      decisionId: entityId('dec', act.facts.commandId),
      releasedCents: standing.reservedCents,
      cap: capMove(state, act, standing.reservedCents, approvedCents),
      duties: { ...duties, approved: actingPeople(act.facts) },
      ...(command.reason === undefined ? {} : { reason: command.reason }),
    }),
  );
}

function affordableCents({ claim: { standing }, facts }: ClaimAct, state: Readonly<IncentivesState>): Cents {
  const year = capYearOf(state, standing.partnerId, standing.programYear);
  return add(standing.reservedCents, headroomCents(year, facts.capCents));
}

/** Money rule 3: every approved amount lies in [$300, the catalogue's amount]. */
function outOfBounds({ claim: { standing }, facts }: ClaimAct, approvedCents: Cents): Refusal | undefined {
  const { minimumCents } = facts.rules.content;
  if (approvedCents < minimumCents) {
    return {
      because: 'BELOW_MINIMUM',
      detail: `An incentive is at least ${dollars(minimumCents)}; ${dollars(approvedCents)} was to be approved.`,
      figures: { approvedCents, minimumCents },
      wouldPass: { approvedCents: minimumCents },
    };
  }
  if (approvedCents <= standing.requestedCents) return undefined;
  return {
    because: 'ABOVE_CATALOGUE',
    detail: `The catalogue pays ${dollars(standing.requestedCents)} for this outcome; ${dollars(approvedCents)} was to be approved.`,
    figures: { approvedCents, catalogueCents: standing.requestedCents },
    wouldPass: { approvedCents: standing.requestedCents },
  };
}

function beyondCap(approvedCents: Cents, affordable: Cents, { claim, facts }: ClaimAct): Refusal | undefined {
  if (approvedCents <= affordable) return undefined;
  return {
    because: 'CAP_EXCEEDED',
    detail: `This claim's reservation and the headroom left make ${dollars(affordable)}; ${dollars(approvedCents)} was to be approved.`,
    figures: {
      approvedCents,
      affordableCents: affordable,
      reservedCents: claim.standing.reservedCents,
      capCents: facts.capCents,
    },
    ...(affordable >= facts.rules.content.minimumCents ? { wouldPass: { approvedCents: affordable } } : {}),
  };
}
