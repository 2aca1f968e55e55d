import { PersonAffiliated } from '#contexts/partners/events/person-affiliated';
import { PartnerPaused } from '#contexts/partners/events/partner-paused';
import { RoleRevoked } from '#contexts/access/events/role-revoked';
import { PayoutActRefused } from '#contexts/payouts/events/payout-act-refused';
import { PayoutBatchApproved } from '#contexts/payouts/events/payout-batch-approved';
import { PayoutBatchPrepared } from '#contexts/payouts/events/payout-batch-prepared';
import { PAYMENTS_AT_MOST } from '#contexts/payouts/commands/prepare-payout-batch';
import { plainDate } from '#kernel/time/plain-date';
import type { In, Past } from '../../../../test/support/given-when-then';
import { inStream } from '../../../../test/support/given-when-then';
import { A, ana, B, pat, pia } from '../../../../test/support/network';
import {
  account,
  approve,
  batchId,
  batchStanding,
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

const paused = inStream(`partner-${A}`, PartnerPaused({ partnerId: A } as never));
const noLonger = (who: typeof fin) =>
  inStream(`person-${who}`, RoleRevoked({ personId: who, role: 'finance', reason: 'x' }));

describe('PreparePayoutBatch', () => {
  it('puts together all that can be paid, in the order in which it came to be owed', () => {
    given(owed('one'), owed('two', 250_001))
      .when(prepare('b'))
      .then(
        PayoutBatchPrepared({
          batch: batchStanding({ payments: 2, totalCents: 350_001 }),
          payments: [payment('one'), payment('two', 250_001)],
          leftOut: [],
        }),
      );
  });

  it('or what is named, each once; and of one fund where that is asked', () => {
    const payableIds = [payableId('two'), payableId('two')];
    given(owed('one'), owed('two'))
      .when(prepare('b', { payableIds }))
      .thenAccepted({ payments: [payment('two')] });
    given(owed('one'), owed('two', 100_000, { fund: 'grants' }))
      .when(prepare('b', { fund: 'incentives' }))
      .thenAccepted({ payments: [payment('one')] });
  });

  it('leaves out what cannot be paid, with the first reason of each, and goes on', () => {
    const payableIds = ['gone', 'away', 'theirs', 'mine', 'fine'].map(payableId);
    const scenario = left('first', owed('gone'));
    scenario.world.record('payouts-1', [
      owed('theirs', 100_000, { partnerId: B }),
      owed('mine', 100_000, { duties: { submitted: [ana], verified: [pia], approved: [fin] } }),
      owed('fine'),
      owed('away'),
    ]);
    scenario.world.record(`partner-${B}`, [PartnerPaused({ partnerId: B } as never)]);
    scenario
      .when(prepare('second', { by: fay, payableIds: [payableId('away')] }))
      .thenAccepted()
      .when(prepare('b', { payableIds }))
      .then(
        PayoutBatchPrepared({
          batch: batchStanding(),
          payments: [payment('fine')],
          leftOut: [
            without('gone', 'in-batch', batchId('first')),
            without('away', 'in-batch', batchId('second')),
            without('theirs', 'held', 'partner-paused', B),
            without('mine', 'duties', fin),
          ],
        }),
      );
  });

  it('whoever brought the account about, or works there, pays nothing to it', () => {
    given(account(A, 'other', [fin, pia]), owed('one'))
      .when(prepare('b'))
      .thenRefusedBecause('SOD');
    const work = { partnerId: A, personId: fin, role: 'champion' as const, from: plainDate('2026-08-04'), until: null };
    given(inStream(`partner-${A}`, PersonAffiliated(work)), owed('one'))
      .when(prepare('b'))
      .thenRefusedBecause('SOD');
  });

  it('takes no more than fit into one batch', () => {
    const many = Array.from({ length: PAYMENTS_AT_MOST + 1 }, (_, n) => owed(`n${n}`));
    given(...many)
      .when(prepare('b'))
      .thenAccepted({ leftOut: [without(`n${PAYMENTS_AT_MOST}`, 'batch-full', String(PAYMENTS_AT_MOST))] });
  });

  it('says no in this order: no longer of finance, unknown, a breach where duties are all there is, nothing to pay', () => {
    const payableIds = [payableId('nothing')];
    given(noLonger(fin)).when(prepare('b', { payableIds })).thenNotNow('FORBIDDEN', { status: 403 });
    given().when(prepare('b', { payableIds })).thenNotNow('PAYABLE_UNKNOWN');
    given(owed('one'))
      .when(prepare('b', { by: pat }))
      .thenNotNow('FORBIDDEN', { status: 403 });
    const mine = owed('mine', 1, { duties: { submitted: [ana], verified: [pia], approved: [fin] } });
    given(mine)
      .when(prepare('b'))
      .thenRefused(
        PayoutActRefused({
          because: 'SOD',
          detail: `You already held another duty on ${payableId('mine')}, so somebody else must do this.`,
          figures: { person: fin, about: payableId('mine') },
          ...{ act: 'PreparePayoutBatch', about: null },
        }),
      );
    given(mine, owed('held'), paused)
      .when(prepare('b'))
      .thenNotNow('NOTHING_TO_PAY', { figures: { held: 2 } });
  });
});

describe('ApprovePayoutBatch', () => {
  const prepared = (...events: readonly Past[]) =>
    given(...events)
      .when(prepare('b'))
      .thenAccepted();

  it('is another person’s, and what is held by then is left out', () => {
    prepared(owed('one'))
      .when(approve('b'))
      .then(PayoutBatchApproved({ batch: batchStanding({ status: 'approved', approvedBy: [fay] }), leftOut: [] }));
    const scenario = prepared(owed('one'), owed('two', 100_000, { partnerId: B }));
    scenario.world.record(`partner-${B}`, [PartnerPaused({ partnerId: B } as never)]);
    scenario.when(approve('b')).then(
      PayoutBatchApproved({
        batch: batchStanding({ status: 'approved', approvedBy: [fay] }),
        leftOut: [without('two', 'held', 'partner-paused', B)],
      }),
    );
  });

  it('pays to no other account than was prepared', () => {
    const scenario = prepared(owed('one'), owed('two', 100_000, { partnerId: B }));
    scenario.world.record(`partner-${B}`, (account(B, 'other', [fay]) as In).events);
    scenario.when(approve('b')).thenAccepted({ leftOut: [expect.objectContaining({ because: 'account-changed' })] });
    // The same details, brought about by whoever prepared the payment.
    const same = prepared(owed('one'), owed('two', 100_000, { partnerId: B }));
    same.world.record(`partner-${B}`, (account(B, 'first', [fin]) as In).events);
    same.when(approve('b')).thenAccepted({ leftOut: [expect.objectContaining({ because: 'account-changed' })] });
  });

  it('says no in this order: absent, decided, no longer of finance, own work, own money, nothing left', () => {
    given().when(approve('b')).thenNotNow('NOT_FOUND', { status: 404 });
    prepared(owed('one'))
      .when(approve('b'))
      .thenAccepted()
      .when(approve('b', { by: fin }))
      .thenNotNow('NOT_OPEN');
    prepared(owed('one'))
      .when(approve('b', { by: pat }))
      .thenNotNow('FORBIDDEN', { status: 403 });
    const scenario = prepared(
      owed('one'),
      owed('two', 1, { duties: { submitted: [ana], verified: [pia], approved: [fay] } }),
    );
    scenario
      .when(approve('b', { by: fin }))
      .thenRefusedBecause('SOD', { about: batchId('b'), figures: { person: fin, about: batchId('b') } });
    scenario.when(approve('b')).thenRefusedBecause('SOD', { figures: { person: fay, about: payableId('two') } });
    scenario.when(approve('b', { by: flo })).thenAccepted();
    const held = prepared(owed('one'));
    held.world.record(`partner-${A}`, [PartnerPaused({ partnerId: A } as never)]);
    held.when(approve('b')).thenNotNow('NOTHING_TO_PAY');
  });
});
