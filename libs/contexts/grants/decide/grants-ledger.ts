import { ALLOCATION_COMMANDS } from '#contexts/grants/decide/ledger/allocation-commands';
import { AWARD_COMMANDS } from '#contexts/grants/decide/ledger/award-commands';
import { POOL_COMMANDS } from '#contexts/grants/decide/ledger/pool-commands';
import { PROPOSAL_COMMANDS } from '#contexts/grants/decide/ledger/proposal-commands';
import { evolve } from '#contexts/grants/decide/evolve/evolve';
import { GRANTS_EVENTS } from '#contexts/grants/decide/grants-events';
import { GRANTS_LEDGER } from '#contexts/grants/decide/ledger/on-ledger';
import type { GrantsState } from '#contexts/grants/decide/state';
import { initialGrants } from '#contexts/grants/decide/state';
import type { Decider } from '#kernel/decider/decider';
import type { AwardId, ProposalId } from '#kernel/ids/entity-id';

/** Pools, rounds, proposals, reviews and awards: commands, decisions and state of the ledger `grants-1`. */
export const grantsLedger: Decider<GrantsState> = {
  name: 'grants',
  owns: (stream) => stream === GRANTS_LEDGER,
  events: GRANTS_EVENTS,
  initial: initialGrants,
  evolve,
  touched,
  commands: [...POOL_COMMANDS, ...ALLOCATION_COMMANDS, ...PROPOSAL_COMMANDS, ...AWARD_COMMANDS],
};

/** An entity is a year, a quarter, a proposal or an award: their names cannot be mistaken for each other's. */
function touched(state: Readonly<GrantsState>, entity: string): number | undefined {
  return (
    state.pools.get(Number(entity))?.touched ??
    state.rounds.get(entity)?.touched ??
    state.proposals.get(entity as ProposalId)?.touched ??
    state.awards.get(entity as AwardId)?.touched
  );
}
