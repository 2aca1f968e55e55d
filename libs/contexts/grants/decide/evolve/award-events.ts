import type { AwardEvent } from '#contexts/grants/decide/evolve/grants-event';
import { settlePool, usePartner } from '#contexts/grants/decide/evolve/settle';
import type { Award, GrantsState } from '#contexts/grants/decide/state';
import { quarterUsed } from '#contexts/grants/decide/state';
import type { AwardMove, AwardStanding, AwardStatus } from '#contexts/grants/events/award-standing';
import { capPart, netPart, offeredPart } from '#contexts/grants/events/award-standing';
import { assert, present } from '#kernel/assert/assert';
import { subtract, ZERO } from '#kernel/money/cents';

/** From where each event takes an award to where. */
const STEPS: Readonly<
  Record<AwardEvent['type'], { readonly from: readonly AwardStatus[]; readonly to: readonly AwardStatus[] }>
> = {
  AwardAccepted: { from: ['offered'], to: ['accepted'] },
  AwardDeclined: { from: ['offered'], to: ['declined'] },
  AwardLapsed: { from: ['offered'], to: ['lapsed'] },
  AwardAmended: { from: ['accepted', 'reported'], to: ['accepted', 'reported'] },
  AwardReported: { from: ['accepted', 'reported'], to: ['reported'] },
  AwardReportAccepted: { from: ['reported'], to: ['report-accepted'] },
  FundsReturned: {
    from: ['accepted', 'reported', 'report-accepted', 'reversed'],
    to: ['accepted', 'reported', 'report-accepted', 'reversed'],
  },
  AwardClosed: { from: ['report-accepted'], to: ['closed'] },
  AwardReversed: { from: ['offered', 'accepted', 'reported', 'report-accepted'], to: ['reversed'] },
};

/** An award from its offer to its close. */
export function awardEvolved(state: GrantsState, event: AwardEvent): GrantsState {
  const next = event.data.award;
  const { awardId } = next;
  const award = present(state.awards.get(awardId), 'the award of an event');
  const before = award.standing;
  const { from, to } = STEPS[event.type];
  const stays = !['AwardAmended', 'FundsReturned'].includes(event.type) || before.status === next.status;
  assert(
    from.includes(before.status) && to.includes(next.status) && stays,
    'an award does not come here from where it stands',
    { awardId, from: before.status, to: next.status },
  );
  assertSame(before, next);
  assertBounds(next);
  if ('move' in event.data) settle(state, before, next, event.data.move, event.revision);
  else assert(before.netCents === next.netCents, 'money moves with the pool', { awardId });
  if (event.type === 'AwardAccepted') award.submitted = event.data.duties.submitted;
  if (event.type === 'AwardAmended') amend(award, event.data.changes);
  award.standing = next;
  award.touched = event.revision;
  return state;
}

function amend(
  award: Award,
  { startsOn, endsOn }: { readonly startsOn?: Award['startsOn']; readonly endsOn?: Award['endsOn'] },
): void {
  award.startsOn = startsOn ?? award.startsOn;
  award.endsOn = endsOn ?? award.endsOn;
}

/** What no event on an award changes. */
const SAME = ['proposalId', 'partnerId', 'quarter', 'programYear', 'payment', 'offeredCents', 'lapsesAt'] as const;

function assertSame(before: AwardStanding, next: AwardStanding): void {
  const same = SAME.every((field) => before[field] === next[field]);
  assert(same, 'an award stays the award that it was', { awardId: next.awardId });
}

/** Money rule 6 of domain.md section 9: nothing is made or lost on the way of an award. */
function assertBounds(award: AwardStanding): void {
  const { offeredCents, acceptedCents, netCents, owedBackCents, repaidCents, awardId } = award;
  assert(acceptedCents >= 0 && acceptedCents <= offeredCents, 'at most the offer is accepted', { awardId });
  assert(netCents >= 0 && netCents <= offeredCents, 'an award is within its offer', { awardId, netCents });
  assert(owedBackCents >= 0 && owedBackCents <= netCents, 'no more is owed back than is there', {
    ...{ awardId, owedBackCents, netCents },
  });
  assert(repaidCents >= 0 && netCents + repaidCents <= offeredCents, 'no more came back than went out', { awardId });
}

function settle(
  state: GrantsState,
  before: AwardStanding,
  next: AwardStanding,
  move: AwardMove,
  revision: number,
): void {
  const { partnerId, quarter, awardId } = next;
  const freed = subtract(netPart(before), netPart(next));
  assert(move.freedCents === freed && freed >= 0, 'an award only gives money back', { awardId, freed });
  const used = quarterUsed(state, partnerId, quarter);
  settlePool(
    state,
    move.pool,
    {
      offered: subtract(offeredPart(next), offeredPart(before)),
      awarded: subtract(next.netCents, before.netCents),
      returned: subtract(next.repaidCents, before.repaidCents),
    },
    revision,
  );
  const cap = subtract(capPart(next), capPart(before));
  usePartner(state, next, { cap, net: subtract(ZERO, freed) });
  assert(
    move.cap.usedBeforeCents === used && move.cap.usedAfterCents === used + cap,
    'the quarter after an event is what the ledger says',
    { awardId, used, cap },
  );
}
