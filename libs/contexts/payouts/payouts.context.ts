import { payoutsLedger } from '#contexts/payouts/decide/payouts-ledger';
import { payeeStanding } from '#contexts/payouts/facts/payee-standing';
import { payablesProjection } from '#contexts/payouts/projections/payables';
import { onClaimApproved } from '#contexts/payouts/reactions/on-claim-approved';
import { onAwardDue } from '#contexts/payouts/reactions/on-award-due';
import { onPayeeMoved } from '#contexts/payouts/reactions/on-payee-moved';
import { payablesView } from '#contexts/payouts/views/payables';
import type { Context } from '#platform/runtime/context';
import { builtViews } from '#platform/runtime/project/built-view';

/** What the network owes: one payable for each decision to pay. */
export const payoutsContext: Context = {
  name: 'payouts',
  deciders: [payoutsLedger],
  folds: [payeeStanding],
  views: builtViews([payablesView], [payablesProjection]),
  reactions: [onClaimApproved, onAwardDue, onPayeeMoved],
};
