import { allocateRound } from '#contexts/grants/decide/allocation/allocate-round';
import { allocationFacts } from '#contexts/grants/decide/allocation/allocation-facts';
import { drawSlate } from '#contexts/grants/decide/allocation/draw-slate';
import { promoteWaitlist } from '#contexts/grants/decide/allocation/promote-waitlist';
import { onRound } from '#contexts/grants/decide/ledger/on-ledger';
import { promotionReply, slateReply } from '#contexts/grants/decide/replies';
import type { GrantsState } from '#contexts/grants/decide/state';
import type { AnyCommandSpec } from '#kernel/decider/decider';

/** The decision of a round, and what follows when money comes free. */
export const ALLOCATION_COMMANDS: readonly AnyCommandSpec<GrantsState>[] = [
  { ...onRound, name: 'DrawSlate', facts: allocationFacts, decide: drawSlate, reply: slateReply },
  { ...onRound, name: 'AllocateRound', facts: allocationFacts, decide: allocateRound, reply: slateReply },
  { ...onRound, name: 'PromoteWaitlist', facts: allocationFacts, decide: promoteWaitlist, reply: promotionReply },
];
