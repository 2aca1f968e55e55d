import { ClaimActRefused } from '#contexts/incentives/events/claim-act-refused';
import { ClaimAppealed } from '#contexts/incentives/events/claim-appealed';
import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import { cents } from '#kernel/money/cents';
import { cap, denied, DUE, standing, verified } from '../../../../test/support/claim-examples';
import {
  A,
  abe,
  act,
  affiliated,
  ana,
  bob,
  claim,
  claimId,
  district,
  pia,
  published,
} from '../../../../test/support/network';

const byStaff = (name: string, fields: object, by = ana) => ({ ...act(name, 'c', by, fields), role: 'partner-staff' });
const appeal = (by = ana) => byStaff('AppealClaim', { grounds: 'It is in force.' }, by);

const appealed = () => denied().when(appeal()).thenAccepted();

describe('AppealClaim', () => {
  it('takes headroom anew', () => {
    denied()
      .when(appeal(abe))
      .then(
        ClaimAppealed({
          claim: standing({ status: 'appealed' }),
          cap: cap(2_500_000, 2_000_000),
          appealedBy: [abe],
          grounds: 'It is in force.',
        }),
      );
  });

  it('says no in this order: another’s, wrong state, window, cap', () => {
    for (const by of [bob, pia]) denied().when(appeal(by)).thenNotNow('NOT_FOUND');
    verified().when(appeal()).thenNotNow('NOT_OPEN');
    denied()
      .when({ ...appeal(), at: '2026-09-04T06:59:59.999Z' })
      .thenAccepted();
    denied()
      .when({ ...appeal(), at: DUE })
      .thenRefused(
        ClaimActRefused({
          because: 'APPEAL_WINDOW_CLOSED',
          detail: `The denial was appealable until ${DUE}; the appeal arrived at ${DUE}.`,
          figures: { receivedAt: DUE, appealableUntil: DUE },
          claimId: claimId('c'),
          partnerId: A,
          act: 'appeal',
        }),
      );
    const lowered = denied();
    lowered.world.record('policy-incentives', [
      published({ ...defaultIncentivesPolicy, annualCapCents: cents(29_999) }, 2, '2026-08-04'),
    ]);
    lowered.when(appeal()).thenRefusedBecause('CAP_EXCEEDED', { act: 'appeal' });
  });

  it('takes what is left now, and says so', () => {
    const lowered = denied();
    lowered.world.record('policy-incentives', [
      published({ ...defaultIncentivesPolicy, annualCapCents: cents(400_000) }, 2, '2026-08-04'),
    ]);
    lowered
      .when(appeal())
      .thenAccepted({ claim: { reservedCents: 400_000, truncated: true }, cap: cap(400_000, 0, 400_000) });
  });

  it('is refused to whoever verified the claim before they came to the partner', () => {
    const moved = denied();
    moved.world.record(`partner-${A}`, [affiliated(A, pia)]);
    moved.when(appeal(pia)).thenRefusedBecause('SOD', { act: 'appeal' });
  });

  it('keeps the outcome held', () => {
    appealed()
      .when(claim('district-onboarded', district(1)))
      .thenRefusedBecause('DUPLICATE_OUTCOME');
  });
});
