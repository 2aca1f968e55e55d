import { awardEvolved } from '#contexts/grants/decide/evolve/award-events';
import { allocated, promoted } from '#contexts/grants/decide/evolve/allocation-events';
import { poolEvolved } from '#contexts/grants/decide/evolve/pool-events';
import type { GrantsEvent } from '#contexts/grants/decide/evolve/grants-event';
import { proposalEvolved } from '#contexts/grants/decide/evolve/proposal-events';
import { roundEvolved } from '#contexts/grants/decide/evolve/round-events';
import type { GrantsState } from '#contexts/grants/decide/state';
import { impossible } from '#kernel/assert/assert';
import type { RecordedEvent } from '#kernel/decider/event';

/** The next state. It owns and changes the state it is given; it stops on an event that cannot follow. */
export function evolve(state: GrantsState, recorded: RecordedEvent): GrantsState {
  const event = recorded as GrantsEvent;
  switch (event.type) {
    case 'PoolFunded':
    case 'PoolLapsed':
      return poolEvolved(state, event);
    case 'RoundOpened':
    case 'RoundCapChanged':
    case 'RoundExtended':
    case 'RoundClosed':
      return roundEvolved(state, event);
    case 'GrantProposalSubmitted':
    case 'ProposalCosigned':
    case 'ProposalRevised':
    case 'ProposalWithdrawn':
    case 'ProposalDeferred':
    case 'ReviewersAssigned':
    case 'ConflictDeclared':
    case 'ProposalReviewed':
      return proposalEvolved(state, event);
    case 'RoundAllocated':
      return allocated(state, event);
    case 'WaitlistPromoted':
      return promoted(state, event);
    case 'AwardAccepted':
    case 'AwardDeclined':
    case 'AwardLapsed':
    case 'AwardAmended':
    case 'AwardReported':
    case 'AwardReportAccepted':
    case 'FundsReturned':
    case 'AwardClosed':
    case 'AwardReversed':
      return awardEvolved(state, event);
    case 'SlateDrawn':
    case 'PartnerOffersLapsed':
    case 'ProposalRefused':
    case 'GrantActRefused':
      return state;
    default:
      return impossible(event, 'a grants event');
  }
}
