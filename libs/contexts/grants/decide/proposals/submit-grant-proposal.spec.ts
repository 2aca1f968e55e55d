import { grantsLedger } from '#contexts/grants/decide/grants-ledger';
import { GrantProposalSubmitted } from '#contexts/grants/events/grant-proposal-submitted';
import { ProposalRefused } from '#contexts/grants/events/proposal-refused';
import { defaultGrantsPolicy } from '#contexts/grants/policy/default-policy';
import { PartnerPaused } from '#contexts/partners/events/partner-paused';
import { CLOSE, opened, standing } from '../../../../../test/support/a-proposal';
import { specification } from '../../../../../test/support/given-when-then';
import type { Example } from '../../../../../test/support/grants';
import {
  champion,
  content,
  facilitator,
  fund,
  grantsUnder,
  leaving,
  NOW,
  open,
  partner,
  pia,
  Q3,
  staff,
  submit,
} from '../../../../../test/support/grants';

describe('SubmitGrantProposal', () => {
  it('keeps all that was written, and who', () => {
    opened()
      .when(submit('a', 'x', 400_000, { by: pia, onBehalfOf: staff('a') }))
      .then(
        GrantProposalSubmitted({
          proposal: standing(),
          content: content() as never,
          submittedBy: [pia, staff('a')],
          ...{ applicant: staff('a'), applicantRole: 'partner-staff', withinGrace: false },
        }),
      )
      .when(submit('b', 'y', 400_000, { by: facilitator('b') }))
      .thenAccepted({ proposal: { status: 'submitted' }, applicantRole: 'facilitator' })
      .when(submit('b', 'z', 400_000, { by: champion('b') }))
      .thenAccepted({ proposal: { status: 'awaiting-cosignature' }, applicantRole: 'champion' });
  });

  it('is for the partner’s own people, into a round that was opened', () => {
    specification([grantsLedger], 'grants-1', NOW).given().when(submit('a', 'x')).thenNotNow('POLICY_MISSING');
    opened()
      .when(submit('a', 'x', 1, { by: staff('b'), quarter: '2026-Q4' }))
      .thenNotNow('NOT_FOUND');
    opened()
      .when(submit('a', 'x', 1, { quarter: '2026-Q4' }))
      .thenNotNow('ROUND_UNKNOWN');
  });

  /** Each row breaks its own rule and all of those below it. */
  const everything = {
    goalIds: ['rural', 'moon'],
    budget: [{ category: 'alcohol', description: 'Wine', quantity: 1, unitCents: 0 }],
    anticipatedOutcomes: [1, 2].map((target) => ({ metric: 'people-reached', target })),
    ...{ startsOn: '2026-09-15', endsOn: '2026-09-14' },
  };
  const fixed = (fields: object) => ({ ...everything, ...fields });
  const zero = [{ category: 'travel', description: 'Bus', quantity: 1, unitCents: 0 }];
  const travel = [{ category: 'travel', description: 'Bus', quantity: 2, unitCents: 5_000 }];
  it.each<[string, Example, object]>([
    ['ROUND_NOT_OPEN', { ...everything, at: '2026-07-01T06:59:59.999Z' }, {}],
    ['ROUND_CLOSED', { ...everything, at: CLOSE }, { figures: { quarter: Q3, closedAt: CLOSE, receivedAt: CLOSE } }],
    ['GOAL_UNKNOWN', everything, { figures: { goalId: 'moon' } }],
    [
      'CATEGORY_INELIGIBLE',
      fixed({ goalIds: ['rural'] }),
      {
        detail: 'Budget line 1: alcohol is not eligible. Grants never pay for it.',
        figures: { line: 0, category: 'alcohol' },
      },
    ],
    ['BUDGET_OUT_OF_BOUNDS', fixed({ goalIds: ['rural'], budget: zero }), { figures: { requestedCents: '0' } }],
    ['OUTCOME_REPEATED', fixed({ goalIds: ['rural'], budget: travel }), { figures: { metric: 'people-reached' } }],
    ['DATES_REVERSED', fixed({ goalIds: ['rural'], budget: travel, anticipatedOutcomes: [] }), {}],
    [
      'STARTS_TOO_EARLY',
      fixed({ goalIds: ['rural'], budget: travel, anticipatedOutcomes: [], endsOn: '2026-09-15' }),
      { figures: { startsOn: '2026-09-15', closesOn: '2026-09-16' }, wouldPass: { startsOn: '2026-09-16' } },
    ],
  ])('says no in this order: %s', (because, fields, data) => {
    opened()
      .when(submit('a', 'x', 1, fields))
      .thenRefusedBecause(because, data);
  });

  it('records a refusal whole', () => {
    opened()
      .when(submit('a', 'x', 1, { startsOn: '2026-09-15', endsOn: '2026-09-15' }))
      .thenRefused(
        ProposalRefused({
          because: 'STARTS_TOO_EARLY',
          detail: 'The activity may not start before the round closes, on 2026-09-16; it starts on 2026-09-15.',
          figures: { startsOn: '2026-09-15', closesOn: '2026-09-16' },
          wouldPass: { startsOn: '2026-09-16' },
          ...{ partnerId: partner('a'), quarter: Q3, title: content().title, submittedBy: [staff('a')] },
        }),
      );
  });

  it('counts a budget of any size exactly', () => {
    const budget = [
      { category: 'travel', description: 'Ship', quantity: 1_000_000, unitCents: Number.MAX_SAFE_INTEGER },
    ];
    opened()
      .when(submit('a', 'x', 1, { budget }))
      .thenRefusedBecause('BUDGET_OUT_OF_BOUNDS', { figures: { requestedCents: '9007199254740991000000' } });
    const lines = [3, 7].map((quantity) => ({ category: 'travel', description: 'Bus', quantity, unitCents: 1_111 }));
    opened()
      .when(submit('a', 'x', 1, { budget: lines }))
      .thenAccepted({ proposal: { requestedCents: 11_110 } });
  });

  it.each([
    ['PARTNER_PAUSED', PartnerPaused({ partnerId: partner('a') } as never)],
    ['PARTNER_EXITED', leaving('a', CLOSE)],
  ])('is not for a partner that is paused or gone: %s', (because, event) => {
    const scenario = opened();
    scenario.world.record(`partner-${partner('a')}`, [event]);
    scenario.when(submit('a', 'x', 1, { at: CLOSE })).thenRefusedBecause(because);
  });

  it('is for a partner that is still here, though it has said that it leaves', () => {
    const scenario = opened();
    scenario.world.record(`partner-${partner('a')}`, [leaving('a', CLOSE)]);
    scenario.when(submit('a', 'x')).thenAccepted();
  });

  it('takes as many as one decision takes', () => {
    grantsUnder({ ...defaultGrantsPolicy, maxProposals: 1 })
      .given()
      .when(fund())
      .thenAccepted()
      .when(open())
      .thenAccepted()
      .when(submit('a', 'x'))
      .thenAccepted()
      .when(submit('b', 'y', 1, everything))
      .thenRefusedBecause('ROUND_FULL');
  });
});
