import { createGrantPayable } from '#contexts/payouts/decide/create-grant-payable';
import { createPayable } from '#contexts/payouts/decide/create-payable';
import { evolve } from '#contexts/payouts/decide/evolve';
import { holdsReply, payableReply } from '#contexts/payouts/decide/replies';
import { holdFacts, reviewHolds } from '#contexts/payouts/decide/review-holds';
import type { PayoutsState } from '#contexts/payouts/decide/state';
import { initialPayouts } from '#contexts/payouts/decide/state';
import { HoldsChanged } from '#contexts/payouts/events/holds-changed';
import { PayableCreated } from '#contexts/payouts/events/payable-created';
import type { Decider } from '#kernel/decider/decider';
import type { PayableId } from '#kernel/ids/entity-id';

/** All money that is owed lies in one stream: the scope of "one decision, one payable". */
export const PAYOUTS_LEDGER = 'payouts-1';

const onLedger = { version: 1, rules: 'v1', stream: (): string => PAYOUTS_LEDGER, facts: holdFacts };

/** What the network owes and pays: commands, decisions and state of the ledger `payouts-1`. */
export const payoutsLedger: Decider<PayoutsState> = {
  name: 'payouts',
  owns: (stream) => stream === PAYOUTS_LEDGER,
  ledger: PAYOUTS_LEDGER,
  events: [PayableCreated, HoldsChanged],
  initial: initialPayouts,
  evolve,
  touched: (state, entity) => state.payables.get(entity as PayableId)?.touched,
  commands: [
    { ...onLedger, name: 'CreatePayable', decide: createPayable, reply: payableReply },
    { ...onLedger, name: 'CreateGrantPayable', decide: createGrantPayable, reply: payableReply },
    { ...onLedger, name: 'ReviewHolds', decide: reviewHolds, reply: holdsReply },
  ],
};
