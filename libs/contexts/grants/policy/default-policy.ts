import type { GrantsPolicy } from '#contexts/grants/policy/grants-policy';
import { cents } from '#kernel/money/cents';

/** The grant rules that a new network starts with (domain.md section 4). */
export const defaultGrantsPolicy: GrantsPolicy = {
  program: { firstDay: '01-01', zone: 'America/Los_Angeles' },
  yearlyPoolCents: cents(250_000_00),
  release: 'quarterly',
  lapsesFrom: '02-28',
  capSteps: [
    { fromPercent: 0, capCents: cents(5_000_00) },
    { fromPercent: 75, capCents: cents(4_000_00) },
    { fromPercent: 95, capCents: cents(3_000_00) },
  ],
  opensDaysBefore: 60,
  graceMinutes: 0,
  maxProposals: 2_500,
  form: {
    version: 1,
    categories: [
      'registration',
      'travel',
      'booth',
      'printing',
      'signage',
      'giveaways',
      'sponsorship',
      'media-production',
      'venue',
      'refreshments',
      'speaker-fee',
      'advertising',
    ],
    ineligible: [
      { category: 'salaries', because: 'Grants pay for outreach, not for staff.' },
      { category: 'equipment', because: 'Grants pay for outreach, not for property that stays.' },
      { category: 'indirect-costs', because: 'Grants carry no overhead.' },
      { category: 'alcohol', because: 'Grants never pay for it.' },
      { category: 'lobbying', because: 'Grants never pay for it.' },
    ],
  },
  rubric: { alignmentWeight: 60, reachWeight: 40, minScore: 300, minReviews: 2 },
  minimumPartialCents: cents(300_00),
  partialPercent: 50,
  acceptanceDays: 30,
  payment: 'advance',
  reportDays: 60,
  overdueReportBlocks: true,
};
