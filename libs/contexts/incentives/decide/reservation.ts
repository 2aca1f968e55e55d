import type { CapMove } from '#contexts/incentives/events/claim-standing';
import type { IncentivesPolicy } from '#contexts/incentives/policy/incentives-policy';
import type { Refusal } from '#kernel/decider/answer';
import type { Cents } from '#kernel/money/cents';
import { dollars, lesser, ZERO } from '#kernel/money/cents';

type Rules = Pick<IncentivesPolicy, 'whenShort' | 'minimumCents'>;

/** What of `wanted` can be held when `left` is left; ZERO when that is too little (domain.md section 3, "Caps"). */
export function reservationCents(wanted: Cents, left: Cents, { whenShort, minimumCents }: Rules): Cents {
  const enough = whenShort === 'truncate' ? left >= minimumCents : left >= wanted;
  return enough ? lesser(wanted, left) : ZERO;
}

/** The refusal of a reservation, with the smallest headroom that would do. */
export function capExceeded(
  requestedCents: Cents,
  { capCents, headroomBeforeCents }: Pick<CapMove, 'capCents' | 'headroomBeforeCents'>,
  { whenShort, minimumCents }: Rules,
): Refusal {
  const needed = whenShort === 'truncate' ? lesser(minimumCents, requestedCents) : requestedCents;
  return {
    because: 'CAP_EXCEEDED',
    detail: `${dollars(headroomBeforeCents)} of the annual cap of ${dollars(capCents)} is left; the claim needs at least ${dollars(needed)}.`,
    figures: { requestedCents, capCents, headroomCents: headroomBeforeCents, neededCents: needed },
    wouldPass: { headroomCents: needed },
  };
}
