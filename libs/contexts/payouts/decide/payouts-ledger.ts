import { createGrantPayable } from '#contexts/payouts/decide/create-grant-payable';
import { createPayable, payableFacts } from '#contexts/payouts/decide/create-payable';
import { evolve } from '#contexts/payouts/decide/evolve';
import { payableReply } from '#contexts/payouts/decide/replies';
import type { PayoutsState } from '#contexts/payouts/decide/state';
import { initialPayouts } from '#contexts/payouts/decide/state';
import { PayableCreated } from '#contexts/payouts/events/payable-created';
import type { Decider } from '#kernel/decider/decider';
import type { PayableId } from '#kernel/ids/entity-id';

/** All money that is owed lies in one stream: the scope of "one decision, one payable". */
export const PAYOUTS_LEDGER = 'payouts-1';

/** What the network owes and pays: commands, decisions and state of the ledger `payouts-1`. */
export const payoutsLedger: Decider<PayoutsState> = {
  name: 'payouts',
  owns: (stream) => stream === PAYOUTS_LEDGER,
  ledger: PAYOUTS_LEDGER,
  events: [PayableCreated],
  initial: initialPayouts,
  evolve,
  touched: (state, entity) => state.payables.get(entity as PayableId)?.touched,
  commands: [
    {
      name: 'CreatePayable',
      version: 1,
      rules: 'v1',
      stream: () => PAYOUTS_LEDGER,
      facts: payableFacts,
      decide: createPayable,
      reply: payableReply,
    },
    {
      name: 'CreateGrantPayable',
      version: 1,
      rules: 'v1',
      stream: () => PAYOUTS_LEDGER,
      facts: payableFacts,
      decide: createGrantPayable,
      reply: payableReply,
    },
  ],
};
