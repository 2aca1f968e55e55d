import { ClaimVerified } from '#contexts/incentives/events/claim-verified';
import { claimed, clash, standing, verified } from '../../../../test/support/claim-examples';
import {
  amy,
  ana,
  B,
  bob,
  claim,
  claimId,
  district,
  incentives,
  pat,
  pia,
  received,
  verify,
} from '../../../../test/support/network';

const { given } = incentives;

describe('VerifyClaim', () => {
  it('is done by somebody who did not submit', () => {
    claimed()
      .when(verify('c', pia, { reason: 'Seen.' }))
      .then(
        ClaimVerified({
          claim: standing({ status: 'verified' }),
          verifiedBy: [pia],
          reason: 'Seen.',
          flagsAnswered: [],
        }),
      );
  });

  it('says no in this order: absent, contested, wrong state, clash of duties, flags', () => {
    claimed().when(verify('other')).thenNotNow('NOT_FOUND', { status: 404 });
    verified()
      .when(verify('c', pat))
      .thenNotNow('NOT_OPEN', { figures: { status: 'verified', needed: 'claimed' } });
    verified().when(verify('c', ana)).thenNotNow('NOT_OPEN');
    claimed()
      .when(verify('c', ana, { flagsAnswered: [{ flag: 'EVIDENCE_REUSED', reason: 'x' }] }))
      .thenRefused(clash('verify', ana, 'partner'));
    claimed()
      .when(verify('c', pia, { flagsAnswered: [{ flag: 'EVIDENCE_REUSED', reason: 'x' }] }))
      .thenNotNow('FLAG_UNKNOWN');
  });

  it('is refused to a submitter who works elsewhere by now, and to one who submitted for another', () => {
    const moved = given(received('file'))
      .when({ ...claim('district-onboarded', district(1), { key: 'c' }), by: pia, onBehalfOf: ana })
      .thenAccepted();
    moved.when(verify('c', pia)).thenRefused(clash('verify', pia, 'submitted'));
    moved.when({ ...verify('c', pat), onBehalfOf: pia }).thenRefused(clash('verify', pia, 'submitted'));
    moved.when(verify('c', pat)).thenAccepted();
  });

  it('is refused to anybody of the partner, in any role', () => {
    claimed()
      .when(verify('c', amy))
      .thenRefused(clash('verify', amy, 'partner'));
  });

  it('answers the flag of a file that another partner used, with a reason', () => {
    const flag = 'EVIDENCE_REUSED_ACROSS_PARTNERS';
    const reused = () =>
      claimed()
        .when(claim('district-onboarded', district(2), { key: 'r', partner: B, by: bob }))
        .thenAccepted({ claim: { flags: [flag] } });
    reused().when(verify('r')).thenNotNow('FLAG_UNANSWERED', { figures: { flag } });
    reused()
      .when(verify('r', pia, { flagsAnswered: [{ flag, reason: 'One roster for both.' }] }))
      .thenAccepted({ flagsAnswered: [{ flag, reason: 'One roster for both.' }] });
  });

  it('of a changed claim needs a fresh look: whoever verified the former version does not verify the next', () => {
    const edit = { payload: { claimId: claimId('c'), outcomeDate: '2026-07-31' }, by: ana, role: 'partner-staff' };
    const edited = verified()
      .when({ name: 'ResubmitClaim', ...edit })
      .thenAccepted({ material: true });
    edited.when(verify('c', pia)).thenRefused(clash('verify', pia, 'verified'));
    edited.when(verify('c', pat)).thenAccepted();
  });

  it('leaves flags inside the partner to the verifier', () => {
    claimed()
      .when(claim('district-onboarded', 'lea:3500001', { key: 'r' }))
      .thenAccepted({ claim: { flags: ['EVIDENCE_REUSED', 'OUT_OF_TERRITORY'] } })
      .when(verify('r'))
      .thenAccepted();
  });
});
