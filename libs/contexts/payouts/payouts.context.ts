import { payoutsLedger } from '#contexts/payouts/decide/payouts-ledger';
import { financeRole } from '#contexts/payouts/facts/finance-role';
import { payeeStanding } from '#contexts/payouts/facts/payee-standing';
import { payablesProjection } from '#contexts/payouts/projections/payables';
import { payoutBatchesProjection } from '#contexts/payouts/projections/payout-batches';
import { receivablesProjection } from '#contexts/payouts/projections/receivables';
import { onAwardDue } from '#contexts/payouts/reactions/on-award-due';
import { onAwardOwes } from '#contexts/payouts/reactions/on-award-owes';
import { onClaimApproved } from '#contexts/payouts/reactions/on-claim-approved';
import { onPayeeMoved } from '#contexts/payouts/reactions/on-payee-moved';
import { payablesView } from '#contexts/payouts/views/payables';
import { payoutBatchesView } from '#contexts/payouts/views/payout-batches';
import { receivablesView } from '#contexts/payouts/views/receivables';
import type { Context } from '#platform/runtime/context';
import { builtViews } from '#platform/runtime/project/built-view';

/** What the network owes, pays and is owed: one payable for each decision to pay, one instruction at a time for each. */
export const payoutsContext: Context = {
  name: 'payouts',
  deciders: [payoutsLedger],
  folds: [payeeStanding, financeRole],
  views: builtViews(
    [payablesView, payoutBatchesView, receivablesView],
    [payablesProjection, payoutBatchesProjection, receivablesProjection],
  ),
  reactions: [onClaimApproved, onAwardDue, onPayeeMoved, onAwardOwes],
};
