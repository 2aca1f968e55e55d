import { PartnerPaused } from '#contexts/partners/events/partner-paused';
import { PayoutBatchCancelled } from '#contexts/payouts/events/payout-batch-cancelled';
import { PayoutBatchExported } from '#contexts/payouts/events/payout-batch-exported';
import { paymentFile } from '#contexts/payouts/policy/payment-file';
import type { Past } from '../../../../test/support/given-when-then';
import { A, B, pat } from '../../../../test/support/network';
import {
  approve,
  batchId,
  batchStanding,
  cancel,
  exporting,
  fay,
  fin,
  flo,
  given,
  left,
  owed,
  payableId,
  payment,
  prepare,
  without,
} from '../../../../test/support/payouts';

describe('ExportPayoutBatch', () => {
  const approved = (...events: readonly Past[]) =>
    given(...events)
      .when(prepare('b'))
      .thenAccepted()
      .when(approve('b'))
      .thenAccepted();
  const file = paymentFile(batchId('b'), [payment('one')]);

  it('lets the instructions leave as one file, which is a function of the batch', () => {
    const { text, ...named } = file;
    approved(owed('one'))
      .when(exporting('b', { fileSha256: file.sha256 }))
      .then(
        PayoutBatchExported({
          batch: batchStanding({ status: 'exported', approvedBy: [fay], file: named }),
          ...{ payments: [payment('one')], leftOut: [], exportedBy: [flo] },
        }),
      );
    expect(text.split('\r\n').slice(1)).toEqual([
      [
        ...[batchId('b'), payableId('one'), '1', A, 'partner-a', 'PARTNER-A', payment('one').account.sha256],
        ...['100000', '1000.00', 'USD', 'incentives', (payment('one').source as { claimId: string }).claimId],
        ...[payment('one').decisionId, '2026', 'course-launched', '2026-07-01'],
      ].join(),
      '',
    ]);
  });

  it('goes on without what is held, or would go elsewhere, by then', () => {
    const scenario = approved(owed('one'), owed('two', 100_000, { partnerId: B }));
    scenario.world.record(`partner-${B}`, [PartnerPaused({ partnerId: B } as never)]);
    scenario
      .when(exporting('b'))
      .thenAccepted({ payments: [payment('one')], leftOut: [without('two', 'held', 'partner-paused', B)] });
  });

  it('says no in this order: absent, not approved or gone already, no longer of finance, nothing left, another file', () => {
    given().when(exporting('b')).thenNotNow('NOT_FOUND', { status: 404 });
    given(owed('one')).when(prepare('b')).thenAccepted().when(exporting('b')).thenNotNow('NOT_OPEN');
    approved(owed('one'))
      .when(exporting('b'))
      .thenAccepted()
      .when(exporting('b', { by: pat }))
      .thenNotNow('NOT_OPEN');
    approved(owed('one'))
      .when(exporting('b', { by: pat }))
      .thenNotNow('FORBIDDEN', { status: 403 });
    const held = approved(owed('one'));
    held.world.record(`partner-${A}`, [PartnerPaused({ partnerId: A } as never)]);
    held.when(exporting('b', { fileSha256: '0'.repeat(64) })).thenNotNow('NOTHING_TO_PAY');
    approved(owed('one'))
      .when(exporting('b', { fileSha256: '0'.repeat(64) }))
      .thenNotNow('BATCH_MOVED');
  });
});

describe('CancelPayoutBatch', () => {
  it('sets its payables free for another batch', () => {
    given(owed('one'))
      .when(prepare('b'))
      .thenAccepted()
      .when(cancel('b'))
      .then(
        PayoutBatchCancelled({
          batch: batchStanding({ status: 'cancelled' }),
          ...{ payableIds: [payableId('one')], reason: 'Why.', cancelledBy: [fin] },
        }),
      )
      .when(prepare('again'))
      .thenAccepted({ payments: [payment('one')] });
  });

  it('says no in this order: absent, gone', () => {
    given().when(cancel('b')).thenNotNow('NOT_FOUND', { status: 404 });
    left('b', owed('one')).when(cancel('b')).thenNotNow('NOT_OPEN');
  });
});
