import { capCentsOf } from '#contexts/incentives/decide/cap';
import type { ClaimAct } from '#contexts/incentives/decide/claim-act';
import type { IncentivesState } from '#contexts/incentives/decide/state';
import { capYearOf, headroomCents } from '#contexts/incentives/decide/state';
import type { Refusal } from '#kernel/decider/answer';
import type { Cents } from '#kernel/money/cents';
import { add, dollars, lesser } from '#kernel/money/cents';

/**
 * The amount of an approval, and what speaks against it. Without an amount asked for: min(catalogue, this claim's
 * reservation + headroom now).
 */
export function amountOf(
  asked: Cents | undefined,
  act: ClaimAct,
  state: Readonly<IncentivesState>,
): { readonly approvedCents: Cents; readonly out: Refusal | undefined } {
  const affordable = affordableCents(act, state);
  const approvedCents = asked ?? lesser(act.claim.standing.requestedCents, affordable);
  return { approvedCents, out: outOfBounds(act, approvedCents) ?? beyondCap(approvedCents, affordable, act, state) };
}

/** This claim's reservation and the headroom now. */
function affordableCents({ claim: { standing }, facts }: ClaimAct, state: Readonly<IncentivesState>): Cents {
  const { partnerId, programYear, reservedCents } = standing;
  const capCents = capCentsOf(state, facts, partnerId, programYear);
  return add(reservedCents, headroomCents(capYearOf(state, partnerId, programYear), capCents));
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

function beyondCap(
  approvedCents: Cents,
  affordable: Cents,
  { claim: { standing }, facts }: ClaimAct,
  state: Readonly<IncentivesState>,
): Refusal | undefined {
  if (approvedCents <= affordable) return undefined;
  return {
    because: 'CAP_EXCEEDED',
    detail: `This claim's reservation and the headroom left make ${dollars(affordable)}; ${dollars(approvedCents)} was to be approved.`,
    figures: {
      approvedCents,
      affordableCents: affordable,
      reservedCents: standing.reservedCents,
      capCents: capCentsOf(state, facts, standing.partnerId, standing.programYear),
    },
    ...(affordable >= facts.rules.content.minimumCents ? { wouldPass: { approvedCents: affordable } } : {}),
  };
}
