import type { IncentivesPolicy } from '#contexts/incentives/policy/incentives-policy';
import { cents } from '#kernel/money/cents';

/** The catalogue and the caps that a new network starts with (domain.md section 3). */
export const defaultIncentivesPolicy: IncentivesPolicy = {
  program: { firstDay: '01-01', zone: 'America/Los_Angeles' },
  annualCapCents: cents(25_000_00),
  whenShort: 'truncate',
  minimumCents: cents(300_00),
  maximumCents: cents(5_000_00),
  claimWindowDays: 90,
  appealWindowDays: 30,
  informationWindowDays: 30,
  catalogue: [
    {
      type: 'district-onboarded',
      area: 'district-onboarding',
      amount: { by: 'fixed', amountCents: cents(5_000_00) },
      subject: 'district',
      unique: { per: 'ever' },
      evidence: [['district-agreement']],
    },
    {
      type: 'strategic-plan-completed',
      area: 'strategic-planning',
      amount: { by: 'fixed', amountCents: cents(3_000_00) },
      subject: 'district',
      unique: { per: 'rolling-years', years: 3 },
      evidence: [['adopted-plan'], ['district-sign-off']],
    },
    {
      type: 'course-launched',
      area: 'implementation-milestone',
      amount: { by: 'fixed', amountCents: cents(1_000_00) },
      subject: 'school',
      unique: { per: 'program-year' },
      code: { field: 'courseCode', values: ['CSF', 'CSD', 'CSP', 'CSA', 'AI'] },
      evidence: [['master-schedule', 'course-page']],
    },
    {
      type: 'cs-policy-adopted',
      area: 'implementation-milestone',
      amount: { by: 'fixed', amountCents: cents(1_500_00) },
      subject: 'district',
      unique: { per: 'ever' },
      code: {
        field: 'policyCode',
        values: [
          'graduation-requirement',
          'counts-for-graduation',
          'every-school-offers',
          'elementary-integration',
          'district-cs-plan',
        ],
      },
      evidence: [['board-minutes']],
    },
    {
      type: 'cs-staff-appointed',
      area: 'implementation-milestone',
      amount: { by: 'fixed', amountCents: cents(1_500_00) },
      subject: 'district',
      unique: { per: 'program-year' },
      evidence: [['appointment-letter']],
    },
    {
      type: 'teachers-implementing',
      area: 'teacher-implementation',
      amount: {
        by: 'units',
        unit: 'teachers',
        tiers: [
          { from: 5, amountCents: cents(300_00) },
          { from: 15, amountCents: cents(750_00) },
          { from: 30, amountCents: cents(1_500_00) },
        ],
      },
      subject: 'district',
      unique: { per: 'half-year' },
      evidence: [['section-roster']],
    },
    {
      type: 'coach-cohort-managed',
      area: 'coach-cohort',
      amount: { by: 'fixed', amountCents: cents(2_500_00) },
      subject: 'cohort',
      unique: { per: 'program-year' },
      evidence: [['cohort-roster'], ['cycle-report']],
    },
  ],
};
