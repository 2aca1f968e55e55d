import type { AwardMove, AwardStanding } from '#contexts/grants/events/award-standing';
import { defaultGrantsPolicy } from '#contexts/grants/policy/default-policy';
import { cents } from '#kernel/money/cents';
import { instant } from '#kernel/time/instant';
import {
  awardId,
  fin,
  fund,
  onAward,
  open,
  partner,
  pat,
  pia,
  proposalId,
  Q3,
  ren,
  rita,
  rob,
  staff,
  submit,
  Year,
} from './grants';

/** Up to when the offer stands, exclusive. */
export const LAPSES = '2026-10-21T07:00:00.000Z';
export const FUNDED = 25_000_000;

/** A partner is offered 400,000. */
export function offered(payment: 'advance' | 'reimbursement' = 'advance'): Year {
  const year = new Year({ ...defaultGrantsPolicy, payment });
  year.do(fund());
  year.do(open());
  year.do(submit('a', 'x'));
  year
    .reviewed('x', [
      [5, 5],
      [5, 5],
    ])
    .decide();
  return year;
}
export const accept = (more = {}) => onAward('AcceptAward', 'x', { by: staff('a'), id: 'accept', ...more });
export const report = (spentCents = 287_450, more = {}) =>
  onAward('ReportAward', 'x', {
    ...{ by: staff('a'), spentCents, actualOutcomes: [{ metric: 'people-reached', actual: 380 }] },
    ...more,
  });
export const acceptReport = (more = {}) => onAward('AcceptReport', 'x', { by: ren, id: 'in order', ...more });
export const accepted = (payment: 'advance' | 'reimbursement' = 'advance', more = {}) => {
  const year = offered(payment);
  year.do(accept(more));
  return year;
};
/** The offer as it was made, but for what is said otherwise. */
export const standing = (more: Partial<Record<keyof AwardStanding, unknown>> = {}): AwardStanding =>
  ({
    ...{ awardId: awardId('x'), proposalId: proposalId('x'), partnerId: partner('a'), quarter: Q3, programYear: 2026 },
    ...{
      status: 'offered',
      payment: 'advance',
      offeredCents: 400_000,
      acceptedCents: 0,
      netCents: 0,
      spentCents: null,
    },
    ...{ owedBackCents: 0, repaidCents: 0, lapsesAt: instant(LAPSES), reportDueAt: null },
    ...more,
  }) as AwardStanding;
/** Set at acceptance: midnight after the 60th day from the activity's end. */
export const due = { reportDueAt: instant('2026-12-03T08:00:00.000Z') };
/** What an act moves: of the pool after it, of the quarter's use before and after, and what came free. */
export const move = (
  figures: { offered?: number; awarded?: number; returned?: number },
  [before, after]: readonly [number, number],
  freed: number,
): AwardMove => {
  const { offered: o = 0, awarded = 0, returned = 0 } = figures;
  return {
    pool: {
      ...{ year: 2026, release: 'quarterly', fundedCents: cents(FUNDED), availableCents: cents(FUNDED - o - awarded) },
      ...{
        offeredCents: cents(o),
        awardedCents: cents(awarded),
        lapsedCents: cents(0),
        returnedCents: cents(returned),
      },
      lapsed: false,
    },
    cap: { capCents: cents(500_000), usedBeforeCents: cents(before), usedAfterCents: cents(after) },
    freedCents: cents(freed),
  };
};
/** Who holds which duty on the award's money. */
export const duties = { submitted: [staff('a')], verified: [rita, rob], approved: [pia, pat] };
/** The answer to a command, whatever it is; `one`, `code` and `refusedFor` are what it is held against. */
export const told = (year: Year, command: Parameters<Year['try']>[0]) => year.try(command).answer;
export const one = (event: object) => ({ kind: 'accepted', events: [event] });
export const code = (name: string) => ({ kind: 'not-now', code: name });
export const refusedFor = (because: string, data: object = {}) => ({
  kind: 'refused',
  event: { data: { because, ...data } },
});

/** It reported what it spent of 350,000. */
export const reported = (payment: 'advance' | 'reimbursement' = 'advance', spent = 287_450) => {
  const year = accepted(payment, { acceptedCents: 350_000 });
  year.do(report(spent));
  return year;
};
export const returned = (back: number, how = 'repaid', by = fin) =>
  onAward('ReturnFunds', 'x', { by, returnedCents: back, how });
/** A smaller event, as agreed: 62,550 of the advance is owed back before any report. */
export const amended = () => {
  const year = accepted('advance', { acceptedCents: 350_000 });
  year.do(onAward('AmendAward', 'x', { by: pat, acceptedCents: 287_450, reason: 'As agreed.' }));
  return year;
};
export const repaid = (back: number) =>
  onAward('RecordRepayment', 'x', { by: 'service:on-receivable-repaid' as never, repaidCents: back });
