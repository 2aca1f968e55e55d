import { RoundCapChanged } from '#contexts/grants/events/round-cap-changed';
import { RoundClosed } from '#contexts/grants/events/round-closed';
import { RoundExtended } from '#contexts/grants/events/round-extended';
import { RoundOpened } from '#contexts/grants/events/round-opened';
import { defaultGrantsPolicy } from '#contexts/grants/policy/default-policy';
import { cents } from '#kernel/money/cents';
import { instant } from '#kernel/time/instant';
import { funded, opened, refusedAct, round } from '../../../../../test/support/a-round';
import {
  asked,
  champion,
  fin,
  fund,
  goals,
  grants,
  grantsUnder,
  LATER,
  NOW,
  open,
  partner,
  pia,
  proposalId,
  Q3,
  submit,
} from '../../../../../test/support/grants';

const { given } = grants;

describe('OpenRound', () => {
  it('freezes borders, goals, policy and cap', () => {
    funded()
      .when(open())
      .then(RoundOpened({ round: round(), openedBy: [pia] }));
  });

  it('says no in this order: no pool, lapsed, opened before, out of order, dates, goals', () => {
    given().when(open()).thenNotNow('POOL_NOT_FUNDED');
    funded()
      .when(asked('LapsePool', { year: '2026', at: '2027-02-28T08:00:00.000Z' }))
      .thenAccepted()
      .when(open())
      .thenNotNow('POOL_LAPSED');
    opened()
      .when(open({ opensAt: '2026-01-01T00:00:00Z' }))
      .thenNotNow('ROUND_EXISTS');
    const decided = opened();
    const slateHash = (
      decided.world.ask('DrawSlate', { quarter: Q3 }, { at: LATER }).reply!.body as { slateHash: string }
    ).slateHash;
    decided
      .when(asked('AllocateRound', { quarter: Q3, slateHash, by: fin, onBehalfOf: pia, at: LATER }))
      .thenAccepted()
      .when(open({ quarter: '2026-Q2', opensAt: '2025-01-01T00:00:00Z' }))
      .thenNotNow('ROUND_OUT_OF_ORDER');
    funded()
      .when(open({ opensAt: '2026-05-02T06:59:59.999Z', closesAt: '2026-05-01T00:00:00Z' }))
      .thenRefused(
        refusedAct(
          ...(['OpenRound', Q3, 'ROUND_TOO_EARLY'] as const),
          `The round of ${Q3} may open from 2026-05-02T07:00:00.000Z on; 2026-05-02T06:59:59.999Z is earlier.`,
          { opensAt: '2026-05-02T06:59:59.999Z', earliest: '2026-05-02T07:00:00.000Z' },
          { opensAt: '2026-05-02T07:00:00.000Z' },
        ),
      );
    funded()
      .when(open({ closesAt: '2026-07-01T07:00:00Z', goals: [...goals, ...goals] }))
      .thenRefusedBecause('ROUND_DATES');
    funded()
      .when(open({ closesAt: '2026-07-01T12:00:00Z' }))
      .thenRefusedBecause('ROUND_DATES', { detail: 'A round closes in the future.' });
    funded()
      .when(open({ goals: [...goals, ...goals] }))
      .thenRefusedBecause('GOAL_REPEATED', { figures: { goalId: 'rural' } });
    funded()
      .when(open({ opensAt: '2026-05-02T07:00:00Z' }))
      .thenAccepted();
  });
});

describe('ChangeRoundCap', () => {
  const change = (cap: number, at = NOW, quarter = Q3) =>
    asked('ChangeRoundCap', { quarter, capPerPartnerCents: cap, reason: 'Hot.', at });
  it('tells whoever has handed something in', () => {
    opened()
      .when(submit('b', 'y'))
      .thenAccepted()
      .when(submit('a', 'x'))
      .thenAccepted()
      .when(submit('c', 'z'))
      .thenAccepted()
      .when(asked('WithdrawProposal', { proposalId: proposalId('z'), by: champion('c') }))
      .thenAccepted()
      .when(change(400_000))
      .then(
        RoundCapChanged({
          round: round({ capPerPartnerCents: cents(400_000) }),
          ...{ fromCents: cents(500_000), reason: 'Hot.', changedBy: [pia] },
          notified: [partner('a'), partner('b')].sort(),
        }),
      );
  });

  it('says no in this order: absent, past the deadline, the same, too low', () => {
    opened()
      .when(change(400_000, NOW, '2026-Q4'))
      .thenNotNow('NOT_FOUND');
    opened().when(change(500_000, '2026-09-16T07:00:00.000Z')).thenNotNow('NOT_OPEN');
    opened().when(change(500_000)).thenNotNow('NOTHING_CHANGED');
    opened()
      .when(change(29_999))
      .thenRefusedBecause('AMOUNT_OUT_OF_BOUNDS', { wouldPass: { capPerPartnerCents: 30_000 } });
    opened().when(change(30_000, '2026-09-16T06:59:59.999Z')).thenAccepted();
  });
});

describe('ExtendRound', () => {
  const extend = (closesAt: string, at = NOW) => asked('ExtendRound', { quarter: Q3, closesAt, reason: 'Storm.', at });
  it('puts the deadline off, before it passes', () => {
    const closesAt = instant('2026-09-20T07:00:00.000Z');
    opened()
      .when(extend('2026-09-20T00:00:00-07:00', '2026-09-16T06:59:59.999Z'))
      .then(
        RoundExtended({
          round: round({ closesAt, graceEndsAt: closesAt }),
          ...{ fromClosesAt: instant('2026-09-16T07:00:00.000Z'), reason: 'Storm.', extendedBy: [pia] },
        }),
      );
  });

  it('says no in this order: absent, past the deadline, not later', () => {
    funded().when(extend('2026-09-16T07:00:00Z')).thenNotNow('NOT_FOUND');
    opened().when(extend('2026-09-16T07:00:00Z', '2026-09-16T07:00:00.000Z')).thenNotNow('NOT_OPEN');
    opened().when(extend('2026-09-16T07:00:00Z')).thenRefusedBecause('EXTENSION_NOT_LATER');
  });
});

describe('CloseRound', () => {
  const close = (at = NOW) => asked('CloseRound', { quarter: Q3, at });
  it('says what counts and what nobody co-signed', () => {
    opened()
      .when(submit('a', 'x'))
      .thenAccepted()
      .when(submit('b', 'y', 400_000, { by: champion('b'), role: 'champion' }))
      .thenAccepted()
      .when(close())
      .then(
        RoundClosed({
          round: round({ status: 'closed', closedAt: instant(NOW) }),
          ...{ early: true, submitted: 1, awaitingCosignature: [proposalId('y')], closedBy: [pia] },
        }),
      );
    opened().when(close('2026-09-16T07:00:00.000Z')).thenAccepted({ early: false });
  });

  it('says no in this order: absent, closed, not yet open', () => {
    funded().when(close()).thenNotNow('NOT_FOUND');
    opened()
      .when(close())
      .thenAccepted()
      .when(close())
      .thenNotNow('NOT_OPEN', { figures: { status: 'closed' } });
    funded()
      .when(open({ opensAt: '2026-08-05T00:00:00Z' }))
      .thenAccepted()
      .when(close())
      .thenNotNow('NOT_OPEN', { detail: 'The round of 2026-Q3 opens at 2026-08-05T00:00:00.000Z.' });
  });

  it('a grace of the policy lets late proposals in, and says so', () => {
    const late = { at: '2026-09-16T07:14:59.999Z' };
    grantsUnder({ ...defaultGrantsPolicy, graceMinutes: 15 })
      .given()
      .when(fund())
      .thenAccepted()
      .when(open())
      .thenAccepted()
      .when(submit('a', 'x', 400_000, late))
      .thenAccepted({ withinGrace: true })
      .when(submit('a', 'y', 400_000, { at: '2026-09-16T07:15:00.000Z' }))
      .thenRefusedBecause('ROUND_CLOSED');
  });
});
