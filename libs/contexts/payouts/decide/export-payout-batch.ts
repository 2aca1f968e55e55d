import type { ExportPayoutBatch } from '#contexts/payouts/commands/export-payout-batch';
import { goingOn, holding, named } from '#contexts/payouts/decide/batch-act';
import { nothingToPay, notOfFinance, unless } from '#contexts/payouts/decide/no';
import type { PayeeFacts } from '#contexts/payouts/decide/payee-facts';
import type { PayoutsState } from '#contexts/payouts/decide/state';
import { PayoutBatchExported } from '#contexts/payouts/events/payout-batch-exported';
import { paymentFile } from '#contexts/payouts/policy/payment-file';
import type { Answer } from '#kernel/decider/answer';
import { accepted, notFound, notNow } from '#kernel/decider/answer';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';

/**
 * Lets the instructions leave: once, for an exported batch is not approved any more. The file lies ready before the event
 * that names it; where it would be another by now (a payee was paused meanwhile), nothing leaves and the caller tries again.
 */
export function exportPayoutBatch(
  { batchId, fileSha256 }: ExportPayoutBatch,
  state: Readonly<PayoutsState>,
  facts: PayeeFacts,
): Answer<NewEventOf<typeof PayoutBatchExported>> {
  const batch = state.batches.get(batchId);
  if (batch === undefined) return notFound;
  const not = unless(named(batch), 'export', ['approved']);
  if (not !== undefined) return not;
  if (!facts.ofFinance) return notOfFinance;
  const { payments, left } = goingOn(batch, state, facts);
  if (payments.length === 0) return nothingToPay({ leftOut: left.length });
  const { text: _text, ...file } = paymentFile(batchId, payments);
  if (fileSha256 !== undefined && fileSha256 !== file.sha256) {
    return notNow('BATCH_MOVED', 'The batch holds other payments by now; try again.', { batchId });
  }
  const after = { ...holding(batch.standing, payments), status: 'exported', file } as const;
  return accepted(PayoutBatchExported({ batch: after, payments, leftOut: left, exportedBy: actingPeople(facts) }));
}
