import { alone, onLedger, onPool, onRound } from '#contexts/grants/decide/ledger/on-ledger';
import { fundingFacts, fundPool } from '#contexts/grants/decide/pool/fund-pool';
import { lapsePool } from '#contexts/grants/decide/pool/lapse-pool';
import { poolReply, roundReply } from '#contexts/grants/decide/replies';
import { changeRoundCap } from '#contexts/grants/decide/rounds/change-round-cap';
import { closeRound } from '#contexts/grants/decide/rounds/close-round';
import { extendRound } from '#contexts/grants/decide/rounds/extend-round';
import { openingFacts, openRound } from '#contexts/grants/decide/rounds/open-round';
import { roundFacts } from '#contexts/grants/decide/facts';
import type { GrantsState } from '#contexts/grants/decide/state';
import type { AnyCommandSpec } from '#kernel/decider/decider';

/** A year's money, and the rounds up to their decision. */
export const POOL_COMMANDS: readonly AnyCommandSpec<GrantsState>[] = [
  { ...onLedger, name: 'FundPool', facts: fundingFacts, decide: fundPool, reply: poolReply },
  { ...onPool, name: 'LapsePool', facts: alone, decide: lapsePool, reply: poolReply },
  { ...onLedger, name: 'OpenRound', facts: openingFacts, decide: openRound, reply: roundReply },
  { ...onRound, name: 'ChangeRoundCap', facts: roundFacts, decide: changeRoundCap, reply: roundReply },
  { ...onRound, name: 'ExtendRound', facts: roundFacts, decide: extendRound, reply: roundReply },
  { ...onRound, name: 'CloseRound', facts: alone, decide: closeRound, reply: roundReply },
];
