import { AwardReversed } from '#contexts/grants/events/award-reversed';
import { ClaimReversed } from '#contexts/incentives/events/claim-reversed';
import { PartnerPaused } from '#contexts/partners/events/partner-paused';
import { PartnerReactivated } from '#contexts/partners/events/partner-reactivated';
import type { PayableHold } from '#contexts/payouts/events/payable-created';
import { HoldsChanged } from '#contexts/payouts/events/holds-changed';
import { onAwardDue } from '#contexts/payouts/reactions/on-award-due';
import { onClaimApproved } from '#contexts/payouts/reactions/on-claim-approved';
import { entityId } from '#kernel/ids/entity-id';
import { uuidOf } from '#kernel/ids/uuid';
import { inStream } from '../../../../test/support/given-when-then';
import { A } from '../../../../test/support/network';
import { approve, given, left, owed, payableId, prepare, results, said } from '../../../../test/support/payouts';

const claimId = entityId('clm', uuidOf('one'));
const reversed = () => {
  const { name, command } = onClaimApproved.react(ClaimReversed({ claim: { claimId } } as never) as never)!;
  return { name, payload: command };
};
const held = (keys: readonly string[], ...holds: readonly PayableHold[]) =>
  HoldsChanged({ partnerId: A, payableIds: keys.map(payableId), holds });
const paused = inStream(`partner-${A}`, PartnerPaused({ partnerId: A } as never));
const reactivated = PartnerReactivated({ partnerId: A } as never);
const review = { name: 'ReviewHolds', payload: { partnerId: A } };

/** A decision that is taken back pays nothing more, whatever becomes of its payee. */
describe('HoldReversed', () => {
  it('holds what is owed by the decision, beside whatever holds its payee', () => {
    given(owed('one'), owed('two'))
      .when(reversed())
      .then(held(['one'], 'decision-reversed'))
      .when(prepare('b'))
      .thenAccepted({ payments: [{ payableId: payableId('two') }], leftOut: [{ because: 'held' }] });
    given(owed('one'), paused)
      .when(reversed())
      .then(held(['one'], 'partner-paused', 'decision-reversed'));
  });

  it('takes it out of a batch that has not left', () => {
    const scenario = given(owed('one'), owed('two')).when(prepare('b')).thenAccepted();
    scenario.when(reversed()).thenAccepted();
    scenario.when(approve('b')).thenAccepted({ batch: { payments: 1 }, leftOut: [{ payableId: payableId('one') }] });
  });

  it('stays when the payee is free again', () => {
    const scenario = given(
      owed('one', 1, { holds: ['partner-paused'] }),
      owed('two', 1, { holds: ['partner-paused'] }),
      paused,
    );
    scenario.when(reversed()).thenAccepted();
    scenario.world.record(`partner-${A}`, [reactivated]);
    scenario.when(review).then(held(['two']), held(['one'], 'decision-reversed'));
  });

  it('marks what is paid already, and a second reversal finds the mark', () => {
    const scenario = left('b', owed('one'))
      .when(results('b', said('one', 'settled')))
      .thenAccepted();
    scenario
      .when(reversed())
      .then(held(['one'], 'decision-reversed'))
      .when(reversed())
      .thenAccepted();
  });

  it('says no for one reason: nothing rests on the decision', () => {
    given().when(reversed()).thenNotNow('PAYABLE_UNKNOWN');
  });

  it('an award that was not due yet has nothing to hold', () => {
    const award = (owes: number) =>
      onAwardDue.react(AwardReversed({ award: { awardId: 'awd_x', owedBackCents: owes } } as never) as never);
    expect(award(0)).toBeUndefined();
    expect(award(1)).toMatchObject({ name: 'HoldReversed', command: { awardId: 'awd_x' } });
  });
});
