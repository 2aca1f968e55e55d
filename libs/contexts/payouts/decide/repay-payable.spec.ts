import { PayableReopened } from '#contexts/payouts/events/payable-reopened';
import { A } from '../../../../test/support/network';
import {
  approve,
  exporting,
  fin,
  given,
  left,
  owed,
  payableId,
  payAgain,
  payment,
  prepare,
  results,
  said,
} from '../../../../test/support/payouts';

/** The batch `b` of "one" and "two", after its file. */
const gone = () => left('b', owed('one'), owed('two', 50_000));

describe('RepayPayable', () => {
  const returned = () =>
    gone()
      .when(results('b', said('one', 'returned')))
      .thenAccepted();

  it('is a new attempt of the same payable, in a new batch', () => {
    const scenario = returned()
      .when(payAgain('one'))
      .then(
        PayableReopened({
          ...{ payableId: payableId('one'), partnerId: A, attempt: 2 },
          ...{ reason: 'The account is put right.', reopenedBy: [fin] },
        }),
      )
      .when(prepare('second'))
      .thenAccepted({ payments: [payment('one', 100_000, 2)] })
      .when(approve('second'))
      .thenAccepted()
      .when(exporting('second'))
      .thenAccepted();
    // The first batch’s answer stands; a statement that repeats it says nothing of the second attempt.
    scenario.when(results('b', said('one', 'returned'))).thenNotNow('NOTHING_CHANGED');
    scenario.when(results('b', said('one', 'settled'))).thenNotNow('RESULTS_FLAWED');
    scenario.when(results('second', said('one', 'settled'))).thenAccepted({ batch: { status: 'answered' } });
  });

  it('nobody pays what came back without having said so', () => {
    returned()
      .when(prepare('second'))
      .thenNotNow('NOTHING_TO_PAY', { figures: { returned: 1 } });
  });

  it('says no in this order: absent, not returned', () => {
    given().when(payAgain('one')).thenNotNow('NOT_FOUND', { status: 404 });
    gone().when(payAgain('one')).thenNotNow('NOT_OPEN');
    returned().when(payAgain('one')).thenAccepted().when(payAgain('one')).thenNotNow('NOT_OPEN');
  });
});
