import { ClaimDenied } from '#contexts/incentives/events/claim-denied';
import { ContestResolved } from '#contexts/incentives/events/contest-resolved';
import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import { entityId } from '#kernel/ids/entity-id';
import { eventIdOf, uuidOf } from '#kernel/ids/uuid';
import { cents } from '#kernel/money/cents';
import { instant } from '#kernel/time/instant';
import { approved, cap, standingApproved } from '../../../../test/support/claim-examples';
import {
  act,
  ana,
  approve,
  B,
  bob,
  claim,
  claimId,
  deny,
  district,
  incentives,
  pat,
  pia,
  pol,
  published,
  received,
  verify,
} from '../../../../test/support/network';

const { given } = incentives;
const resolve = (key: string, standing: 'first' | 'second', by = pia) =>
  act('ResolveContest', key, by, { standing, reason: 'Signed with B.' });

describe('ResolveContest', () => {
  const contested = () =>
    given(received('file'))
      .when(claim('district-onboarded', district(1), { key: 'c' }))
      .thenAccepted({ claim: { reservedCents: 500_000 } })
      .when(claim('district-onboarded', district(1), { key: 'b', partner: B, by: bob }))
      .thenAccepted({ claim: { status: 'contested', reservedCents: 0 } });

  it('E13: resolved for B, A’s is denied and releases, B reserves from its own headroom of that moment', () => {
    contested().when(verify('c')).thenNotNow('CONTESTED');
    const events = [
      ClaimDenied({
        claim: standingApproved({ status: 'denied', approvedCents: cents(0) }),
        decisionId: entityId('dec', eventIdOf(uuidOf('resolution'), 0)),
        releasedCents: cents(500_000),
        cap: cap(2_000_000, 2_500_000),
        rivals: [claimId('b')],
        deniedBy: [pia],
        reason: 'Signed with B.',
        appealableUntil: instant('2026-09-04T07:00:00.000Z'),
      }),
      ContestResolved({
        claim: standingApproved({
          claimId: claimId('b'),
          partnerId: B,
          status: 'claimed',
          approvedCents: cents(0),
          reservedCents: cents(500_000),
          flags: ['EVIDENCE_REUSED_ACROSS_PARTNERS'],
        }),
        standing: 'second',
        cap: cap(2_500_000, 2_000_000),
        rivals: [],
        resolvedBy: [pia],
        reason: 'Signed with B.',
      }),
    ];
    for (const key of ['c', 'b']) {
      contested()
        .when({ ...resolve(key, 'second'), key: 'resolution' })
        .then(...events);
    }
    const flagsAnswered = [{ flag: 'EVIDENCE_REUSED_ACROSS_PARTNERS', reason: 'One agreement.' }];
    contested()
      .when(resolve('b', 'second'))
      .thenAccepted()
      .when(verify('b', pat, { flagsAnswered }))
      .thenAccepted()
      .when(approve('b', pol))
      .thenAccepted();
  });

  it('for the first: the contested one is denied and the other goes on', () => {
    contested()
      .when(resolve('b', 'first'))
      .thenAccepted({ claim: { claimId: claimId('b'), status: 'denied' } })
      .when(verify('c'))
      .thenAccepted();
  });

  it('lets a contested claim stand alone when the first is gone', () => {
    contested()
      .when({ ...act('WithdrawClaim', 'c', ana), role: 'partner-staff' })
      .thenAccepted()
      .when(resolve('b', 'first'))
      .thenNotNow('NOT_CONTESTED');
    contested()
      .when(deny('c'))
      .thenAccepted()
      .when(resolve('b', 'second'))
      .thenAccepted({ claim: { claimId: claimId('b'), status: 'claimed', reservedCents: 500_000 } });
  });

  it('says no in this order: absent, not contested, duties, an approved loser, the winner’s cap', () => {
    contested().when(resolve('x', 'first')).thenNotNow('NOT_FOUND');
    approved().when(resolve('c', 'first')).thenNotNow('NOT_CONTESTED');
    contested()
      .when(resolve('b', 'second', ana))
      .thenRefusedBecause('SOD', { act: 'resolve-contest' });
    approved()
      .when(claim('district-onboarded', district(1), { key: 'b', partner: B, by: bob }))
      .thenAccepted()
      .when(resolve('b', 'second'))
      .thenNotNow('NOT_OPEN');
    const poor = contested();
    poor.world.record('policy-incentives', [
      published({ ...defaultIncentivesPolicy, annualCapCents: cents(20_000) }, 2, '2026-08-04'),
    ]);
    poor.when(resolve('b', 'second')).thenRefusedBecause('CAP_EXCEEDED', { act: 'resolve-contest' });
  });

  it('is for nobody who submitted either claim, or works for either partner', () => {
    const entered = () =>
      given(received('file'))
        .when(claim('district-onboarded', district(1), { key: 'c' }))
        .thenAccepted()
        .when({ ...claim('district-onboarded', district(1), { key: 'b', partner: B }), by: pia, onBehalfOf: bob })
        .thenAccepted();
    for (const key of ['c', 'b']) {
      entered()
        .when(resolve(key, 'first', pia))
        .thenRefusedBecause('SOD', { figures: { held: 'submitted' } });
      entered()
        .when(resolve(key, 'first', bob))
        .thenRefusedBecause('SOD', { figures: { held: 'partner' } });
    }
    entered()
      .when(resolve('b', 'first', pat))
      .thenAccepted();
  });

  it('an appeal of the loser cannot be upheld while the winner stands', () => {
    contested()
      .when(resolve('b', 'second'))
      .thenAccepted()
      .when({ ...act('AppealClaim', 'c', ana, { grounds: 'We were first.' }), role: 'partner-staff' })
      .thenAccepted({ claim: { status: 'appealed', reservedCents: 500_000 } })
      .when(act('DecideAppeal', 'c', pat, { upheld: true, reason: 'x' }))
      .thenNotNow('CONTESTED');
  });
});
