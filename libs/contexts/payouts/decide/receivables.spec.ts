import { AwardReportAccepted } from '#contexts/grants/events/award-report-accepted';
import { onReceivableRepaid } from '#contexts/grants/reactions/on-receivable-repaid';
import { PayoutActRefused } from '#contexts/payouts/events/payout-act-refused';
import { ReceivableCreated } from '#contexts/payouts/events/receivable-created';
import { ReceivableRepaid } from '#contexts/payouts/events/receivable-repaid';
import type { ReceivableStanding } from '#contexts/payouts/events/receivable-standing';
import { receivableIdOf } from '#contexts/payouts/events/receivable-standing';
import { onAwardOwes } from '#contexts/payouts/reactions/on-award-owes';
import { entityId } from '#kernel/ids/entity-id';
import { uuidOf } from '#kernel/ids/uuid';
import { cents } from '#kernel/money/cents';
import type { Command } from '../../../../test/support/given-when-then';
import { A, ana, pat, pia } from '../../../../test/support/network';
import { DAY, decisionOf, fin, given, left, owed, results, said } from '../../../../test/support/payouts';

const source = { kind: 'award', awardId: entityId('awd', uuidOf('x')), quarter: '2026-Q3' } as const;
const decisionId = decisionOf('report');
const receivableId = receivableIdOf(decisionId);
const standing = (repaidCents = 0): ReceivableStanding => ({
  ...{ receivableId, decisionId, fund: 'grants', source, partnerId: A, programYear: 2026 },
  ...{ amountCents: cents(62_550), repaidCents: cents(repaidCents), openCents: cents(62_550 - repaidCents) },
  submitted: [ana],
});

const report = (owes = 62_550) =>
  AwardReportAccepted({
    award: { awardId: source.awardId, partnerId: A, quarter: source.quarter, programYear: 2026, owedBackCents: owes },
    ...{ decisionId, duties: { submitted: [ana], verified: [pia], approved: [pat] } },
  } as never) as never;
const create = () => {
  const { name, command } = onAwardOwes.react(report())!;
  return { name, payload: command };
};
const repay = (back: number, more: object = {}, by = fin): Command => ({
  ...{ name: 'RepayReceivable', by, role: 'finance' },
  payload: { receivableId, repaidCents: back, receivedOn: DAY, ...more },
});

describe('CreateReceivable', () => {
  it('is what an accepted report leaves unspent, and says no for one reason: it is receivable already', () => {
    given()
      .when(create())
      .then(ReceivableCreated({ receivable: standing() }))
      .when(create())
      .thenNotNow('NOTHING_CHANGED');
    expect(onAwardOwes.react(report(0))).toBeUndefined();
  });
});

describe('RepayReceivable', () => {
  const grant = owed('grant', 350_000, { fund: 'grants', source, outcomeType: 'marketing-grant' });
  const unpaid = () => given(grant, ReceivableCreated({ receivable: standing() }));
  const paid = () => {
    const scenario = left('b', grant)
      .when(results('b', said('grant', 'settled')))
      .thenAccepted();
    scenario.world.record('payouts-1', [ReceivableCreated({ receivable: standing() })]);
    return scenario;
  };

  it('comes back in parts, down to nothing', () => {
    const { world } = paid()
      .when(repay(60_000, { note: 'A cheque.' }))
      .then(
        ReceivableRepaid({
          ...{ receivable: standing(60_000), repaidCents: cents(60_000), receivedOn: DAY },
          ...{ note: 'A cheque.', recordedBy: [fin] },
        }),
      )
      .when(repay(2_550))
      .thenReply({
        status: 200,
        body: (({ receivableId: id, ...rest }) => ({ id, status: 'repaid', ...rest }))(standing(62_550)),
      });
    expect(onReceivableRepaid.react(world.log.at(-1)!)).toMatchObject({
      ...{ name: 'RecordRepayment', command: { awardId: source.awardId, repaidCents: 2_550 } },
    });
    const ofClaim = { ...standing(1), source: { kind: 'claim', claimId: entityId('clm', uuidOf('c')) } };
    const event = ReceivableRepaid({ receivable: ofClaim, repaidCents: 1 } as never);
    expect(onReceivableRepaid.react(event as never)).toBeUndefined();
  });

  it('says no in this order: absent, repaid, nothing paid yet, in the future, own money, nothing or too much', () => {
    given().when(repay(1)).thenNotNow('NOT_FOUND', { status: 404 });
    paid().when(repay(62_550)).thenAccepted().when(repay(1)).thenNotNow('NOTHING_OWED');
    unpaid()
      .when(repay(1, { receivedOn: '2026-08-05' }))
      .thenNotNow('NOT_PAID');
    paid()
      .when(repay(1, { receivedOn: '2026-08-05' }, ana))
      .thenNotNow('PAID_IN_FUTURE');
    paid()
      .when(repay(0, {}, ana))
      .thenRefusedBecause('SOD');
    for (const repaidCents of [0, 62_551]) {
      paid()
        .when(repay(repaidCents))
        .thenRefused(
          PayoutActRefused({
            ...{ act: 'RepayReceivable', about: receivableId, because: 'ABOVE_OWED' },
            detail: `$625.50 is owed back; $${repaidCents === 0 ? '0.00' : '625.51'} was to be recorded.`,
            ...{ figures: { repaidCents, openCents: 62_550 }, wouldPass: { repaidCents: 62_550 } },
          }),
        );
    }
  });
});
