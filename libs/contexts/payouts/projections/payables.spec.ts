import { payablesProjection } from '#contexts/payouts/projections/payables';
import { PayableCreated } from '#contexts/payouts/events/payable-created';
import { payablesView } from '#contexts/payouts/views/payables';
import { entityId } from '#kernel/ids/entity-id';
import { uuidOf } from '#kernel/ids/uuid';
import { cents } from '#kernel/money/cents';
import { instant } from '#kernel/time/instant';
import { plainDate } from '#kernel/time/plain-date';
import { builtViews } from '#platform/runtime/project/built-view';
import { A, ana, claimId, NOW, pat, pia } from '../../../../test/support/network';
import { World } from '../../../../test/support/world';

const payableId = entityId('pay', uuidOf('payable'));
const data = {
  decisionId: entityId('dec', uuidOf('decision')),
  fund: 'incentives' as const,
  source: { kind: 'claim' as const, claimId: claimId('c') },
  partnerId: A,
  programYear: 2026,
  outcomeType: 'district-onboarded',
  outcomeDate: plainDate('2026-08-01'),
  decidedAt: instant('2026-08-03T18:00:00.000Z'),
  amountCents: cents(123_456),
  duties: { submitted: [ana], verified: [pia], approved: [pat] },
};

describe('the payables view', () => {
  it.each([
    ['payable', [] as const],
    ['held', ['partner-paused'] as const],
  ])('shows what is owed: %s', (status, holds) => {
    const world = new World([], NOW);
    world.record('payouts-1', [PayableCreated({ payableId, ...data, holds })]);
    expect([...world.documents(payablesProjection)]).toEqual([
      [
        payableId,
        {
          ...{ id: payableId, ...data, holds, status, claimId: claimId('c'), recordedAt: NOW, revision: 0 },
          ...{ batchId: null, attempts: 0, returnCode: null, paidOn: null },
        },
      ],
    ]);
  });

  it('belongs to its projection', () => {
    expect(builtViews([payablesView], [payablesProjection])).toHaveLength(1);
  });
});
