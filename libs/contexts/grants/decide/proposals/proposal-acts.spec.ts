import { ProposalCosigned } from '#contexts/grants/events/proposal-cosigned';
import { ProposalDeferred } from '#contexts/grants/events/proposal-deferred';
import { ProposalRevised } from '#contexts/grants/events/proposal-revised';
import { ProposalWithdrawn } from '#contexts/grants/events/proposal-withdrawn';
import { cents } from '#kernel/money/cents';
import { championed, CLOSE, one, opened, standing } from '../../../../../test/support/a-proposal';
import {
  champion,
  content,
  facilitator,
  fund,
  LATER,
  NOW,
  onProposal,
  open,
  pat,
  pia,
  proposalId,
  Q3,
  staff,
  submit,
  Year,
} from '../../../../../test/support/grants';

describe('CosignProposal', () => {
  const cosign = (by = staff('a'), at = NOW) => onProposal('CosignProposal', 'x', { by, at });
  it('makes a champion’s proposal count', () => {
    championed()
      .when(cosign())
      .then(ProposalCosigned({ proposal: standing(), cosignedBy: [staff('a')] }));
  });

  it('says no in this order: absent or not staff, needs none, late, own words', () => {
    for (const by of [champion('a'), facilitator('a'), staff('b'), pia])
      championed().when(cosign(by)).thenNotNow('NOT_FOUND');
    one()
      .when(cosign(staff('a', 2), CLOSE))
      .thenNotNow('NOT_OPEN');
    championed()
      .when(cosign(staff('a'), CLOSE))
      .thenRefusedBecause('ROUND_CLOSED');
    one('x', { by: staff('a'), onBehalfOf: champion('a') })
      .when(cosign())
      .thenRefusedBecause('SOD');
  });
});

describe('ReviseProposal', () => {
  const revise = (by = staff('a'), more = {}) =>
    onProposal('ReviseProposal', 'x', { ...content(300_000), by, ...more });
  it('voids a co-signature', () => {
    championed()
      .when(onProposal('CosignProposal', 'x', { by: staff('a') }))
      .thenAccepted()
      .when(revise(staff('a', 2)))
      .then(
        ProposalRevised({
          proposal: standing({ status: 'awaiting-cosignature', requestedCents: cents(300_000), edition: 2 }),
          content: content(300_000) as never,
          ...{ revisedBy: [staff('a', 2)], voidedCosignature: [staff('a')], voidedReviews: [], withinGrace: false },
        }),
      )
      .when(onProposal('CosignProposal', 'x', { by: staff('a', 2) }))
      .thenRefusedBecause('SOD')
      .when(onProposal('CosignProposal', 'x', { by: staff('a') }))
      .thenAccepted();
  });

  it('says no in this order: stranger, withdrawn, late, what is written', () => {
    one()
      .when(revise(staff('b')))
      .thenNotNow('NOT_FOUND');
    one()
      .when(onProposal('WithdrawProposal', 'x', { by: staff('a') }))
      .thenAccepted()
      .when(revise(staff('a'), { at: CLOSE }))
      .thenNotNow('NOT_OPEN');
    one()
      .when(revise(staff('a'), { at: CLOSE, goalIds: ['moon'] }))
      .thenRefusedBecause('ROUND_CLOSED');
    one()
      .when(revise(staff('a'), { goalIds: ['moon'] }))
      .thenRefusedBecause('GOAL_UNKNOWN');
  });
});

describe('WithdrawProposal', () => {
  const withdraw = (by = staff('a'), at = NOW) => onProposal('WithdrawProposal', 'x', { by, at });
  it('is for the partner’s people, up to the close', () => {
    one()
      .when(withdraw())
      .then(ProposalWithdrawn({ proposal: standing({ status: 'withdrawn' }), withdrawnBy: [staff('a')] }));
  });

  it('says no in this order: absent or another’s, withdrawn, late', () => {
    one()
      .when(withdraw(staff('b')))
      .thenNotNow('NOT_FOUND');
    one()
      .when(withdraw())
      .thenAccepted()
      .when(withdraw(staff('a'), CLOSE))
      .thenNotNow('NOT_OPEN');
    one()
      .when(withdraw(staff('a'), CLOSE))
      .thenRefusedBecause('ROUND_CLOSED');
  });
});

describe('DeferProposal', () => {
  const defer = (by = pia) => onProposal('DeferProposal', 'x', { by, reason: 'One reviewer fell ill.', at: LATER });
  it('leaves it to the next round, with its reviews', () => {
    one()
      .when(defer())
      .then(
        ProposalDeferred({
          proposal: standing({ quarter: '2026-Q4', deferredFrom: [Q3] }),
          ...{ fromQuarter: Q3, reason: 'One reviewer fell ill.', deferredBy: [pia] },
        }),
      );
  });

  it('says no in this order: absent, not countable, own partner or proposal', () => {
    opened().when(defer()).thenNotNow('NOT_FOUND');
    championed().when(defer()).thenNotNow('NOT_OPEN');
    one()
      .when(defer(staff('a', 2)))
      .thenRefusedBecause('SOD');
    one('x', { by: pat, onBehalfOf: staff('a') })
      .when(defer(pat))
      .thenRefusedBecause('SOD');
  });

  it('a deferred proposal is decided by the next round', () => {
    const year = new Year();
    year.do(fund());
    year.do(open());
    year.do(submit('a', 'x'));
    year.do(defer());
    expect(year.decide().lines).toEqual([]);
    year.do(open({ quarter: '2026-Q4', opensAt: '2026-10-01T07:00:00Z', closesAt: '2026-10-10T07:00:00Z' }));
    const at = '2026-10-11T00:00:00.000Z';
    year.reviewed(
      'x',
      [
        [5, 5],
        [5, 5],
      ],
      at,
    );
    expect(year.decide('2026-Q4', at).lines).toMatchObject([{ proposalId: proposalId('x'), outcome: 'awarded' }]);
  });
});
