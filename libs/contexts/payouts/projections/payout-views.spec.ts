import { capUsageProjection } from '#contexts/incentives/projections/cap-usage';
import { PartnerPaused } from '#contexts/partners/events/partner-paused';
import { ReceivableCreated } from '#contexts/payouts/events/receivable-created';
import { ReceivableRepaid } from '#contexts/payouts/events/receivable-repaid';
import { payablesProjection } from '#contexts/payouts/projections/payables';
import { payoutBatchesProjection } from '#contexts/payouts/projections/payout-batches';
import { receivablesProjection } from '#contexts/payouts/projections/receivables';
import { batchRow } from '#contexts/payouts/views/payout-batches';
import { instant } from '#kernel/time/instant';
import type { Scenario } from '../../../../test/support/given-when-then';
import { A, B } from '../../../../test/support/network';
import {
  approve,
  batchId,
  cancel,
  DAY,
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
  results,
  said,
  stateOf,
  TODAY,
} from '../../../../test/support/payouts';

const payable = ({ world }: Scenario, key = 'one') => world.documents(payablesProjection).get(payableId(key))!;
const batch = ({ world }: Scenario, key = 'b') => world.documents(payoutBatchesProjection).get(batchId(key))!;
const again = {
  name: 'RepayPayable',
  by: fin,
  role: 'finance',
  payload: { payableId: payableId('one'), reason: 'So.' },
};

describe('the payables view', () => {
  it('follows a payable through its batches to the bank and back', () => {
    const seen: object[] = [];
    const see = (scenario: Scenario): Scenario => {
      const { status, batchId: of, attempts, returnCode, paidOn } = payable(scenario);
      seen.push([status, of, attempts, returnCode, paidOn]);
      return scenario;
    };
    const first = see(given(owed('one')).when(prepare('a')).thenAccepted());
    const second = see(first.when(cancel('a')).thenAccepted())
      .when(prepare('b'))
      .thenAccepted();
    see(
      see(second.when(approve('b')).thenAccepted())
        .when(exporting('b'))
        .thenAccepted(),
    );
    see(second.when(results('b', said('one', 'unknown'))).thenAccepted());
    see(second.when(results('b', said('one', 'returned'))).thenAccepted());
    see(second.when(again).thenAccepted()).when(prepare('c')).thenAccepted();
    second.when(approve('c')).thenAccepted();
    see(second.when(exporting('c')).thenAccepted());
    see(second.when(results('c', said('one', 'settled'))).thenAccepted());
    expect(seen).toEqual([
      ['in-batch', batchId('a'), 0, null, null],
      ['payable', batchId('a'), 0, null, null],
      ['in-batch', batchId('b'), 0, null, null],
      ['exported', batchId('b'), 1, null, null],
      ['unknown', batchId('b'), 1, null, null],
      ['returned', batchId('b'), 1, 'R03', null],
      ['payable', batchId('b'), 1, 'R03', null],
      ['exported', batchId('c'), 2, null, null],
      ['paid', batchId('c'), 2, null, DAY],
    ]);
    expect(payable(second).revision).toBe(stateOf(second).payables.get(payableId('one'))!.touched);
  });

  it('shows as held what a batch went on without', () => {
    const scenario = given(owed('one'), owed('two', 1, { partnerId: B }))
      .when(prepare('b'))
      .thenAccepted();
    scenario.world.record(`partner-${B}`, [PartnerPaused({ partnerId: B } as never)]);
    scenario.when(approve('b')).thenAccepted();
    scenario.when({ name: 'ReviewHolds', payload: { partnerId: B } }).thenAccepted();
    expect(payable(scenario, 'two')).toMatchObject({ status: 'held', holds: ['partner-paused'] });
    expect(batch(scenario)).toMatchObject({ payments: 1, leftOut: [{ payableId: payableId('two'), because: 'held' }] });
  });
});

describe('the payout batches view', () => {
  it('shows a batch with each payment and what the bank said of it', () => {
    const scenario = left('b', owed('one'), owed('two', 50_000))
      .when(results('b', said('one', 'settled'), said('two', 'returned')))
      .thenAccepted();
    const { file } = stateOf(scenario).batches.get(batchId('b'))!.standing;
    const line = (key: string, money: number, result: string, returnCode: string | null) => ({
      ...{ payableId: payableId(key), partner: { id: A, ...payment(key).partner }, fund: 'incentives' },
      ...{ attempt: 1, amountCents: money, result, returnCode },
    });
    const at = instant(TODAY);
    const shown = {
      ...{ id: batchId('b'), status: 'answered', payments: 2, totalCents: 150_000 },
      ...{ settledCents: 100_000, returnedCents: 50_000, unknownCents: 0, file },
      ...{ preparedAt: at, approvedAt: at, exportedAt: at, preparedBy: [fin], approvedBy: [fay], exportedBy: [flo] },
    };
    expect(batch(scenario)).toEqual({
      ...shown,
      lines: [line('one', 100_000, 'settled', null), line('two', 50_000, 'returned', 'R03')],
      ...{ leftOut: [], revision: stateOf(scenario).batches.get(batchId('b'))!.touched },
    });
    expect(batchRow(batch(scenario))).toEqual(shown);
  });

  it('shows one that was given up', () => {
    const scenario = given(owed('one')).when(prepare('b')).thenAccepted().when(cancel('b')).thenAccepted();
    expect(batch(scenario)).toMatchObject({ status: 'cancelled', lines: [{ result: 'waiting' }] });
  });
});

describe('cap usage', () => {
  it('counts as paid what the bank settled of incentives, and nothing else', () => {
    const scenario = left('b', owed('one'), owed('two', 50_000), owed('grant', 7, { fund: 'grants' }))
      .when(results('b', said('one', 'settled'), said('two', 'returned'), said('grant', 'settled')))
      .thenAccepted();
    expect([...scenario.world.documents(capUsageProjection)]).toMatchObject([[`${A}/2026`, { paidCents: 100_000 }]]);
  });
});

describe('the receivables view', () => {
  it('shows what is open, and each repayment', () => {
    const scenario = given();
    const owes = {
      ...{ receivableId: 'rcv_x', decisionId: 'dec_x', fund: 'grants', partnerId: A, programYear: 2026 },
      ...{ source: { kind: 'award', awardId: 'awd_x', quarter: '2026-Q3' }, amountCents: 3 },
    };
    const created = { ...owes, repaidCents: 0, openCents: 3, submitted: [] };
    // Not through the ledger: only what the view makes of it is looked at.
    scenario.world.record('elsewhere', [ReceivableCreated({ receivable: created } as never)]);
    const repaid = { receivable: { ...created, repaidCents: 3, openCents: 0 }, repaidCents: 3, receivedOn: DAY };
    const seen = () => scenario.world.documents(receivablesProjection).get('rcv_x');
    const { receivableId: id, ...rest } = owes;
    const open = { id, status: 'open', ...rest, repaidCents: 0, openCents: 3, createdAt: TODAY, repayments: [] };
    expect(seen()).toEqual({ ...open, revision: 0 });
    scenario.world.record('elsewhere', [ReceivableRepaid(repaid as never)]);
    expect(seen()).toEqual({
      ...{ ...open, status: 'repaid', repaidCents: 3, openCents: 0, revision: 1 },
      repayments: [{ repaidCents: 3, receivedOn: DAY, at: TODAY }],
    });
  });
});
