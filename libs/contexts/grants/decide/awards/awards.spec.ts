import { AwardAccepted } from '#contexts/grants/events/award-accepted';
import { AwardAmended } from '#contexts/grants/events/award-amended';
import { AwardClosed } from '#contexts/grants/events/award-closed';
import { AwardDeclined } from '#contexts/grants/events/award-declined';
import { AwardLapsed } from '#contexts/grants/events/award-lapsed';
import { AwardReportAccepted } from '#contexts/grants/events/award-report-accepted';
import { AwardReported } from '#contexts/grants/events/award-reported';
import { AwardReversed } from '#contexts/grants/events/award-reversed';
import type { AwardMove, AwardStanding } from '#contexts/grants/events/award-standing';
import { FundsReturned } from '#contexts/grants/events/funds-returned';
import { GrantActRefused } from '#contexts/grants/events/grant-act-refused';
import { defaultGrantsPolicy } from '#contexts/grants/policy/default-policy';
import { cents } from '#kernel/money/cents';
import { instant } from '#kernel/time/instant';
import { plainDate } from '#kernel/time/plain-date';
import {
  asked,
  awardId,
  champion,
  decisionId,
  fin,
  fund,
  LATER,
  leaving,
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
} from '../../../../../test/support/grants';

const LAPSES = '2026-10-21T07:00:00.000Z';
const FUNDED = 25_000_000;

/** A partner is offered 400,000. */
function offered(payment: 'advance' | 'reimbursement' = 'advance'): Year {
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
const accept = (more = {}) => onAward('AcceptAward', 'x', { by: staff('a'), id: 'accept', ...more });
const report = (spentCents = 287_450, more = {}) =>
  onAward('ReportAward', 'x', {
    ...{ by: staff('a'), spentCents, actualOutcomes: [{ metric: 'people-reached', actual: 380 }] },
    ...more,
  });
const acceptReport = (more = {}) => onAward('AcceptReport', 'x', { by: ren, id: 'in order', ...more });
const accepted = (payment: 'advance' | 'reimbursement' = 'advance', more = {}) => {
  const year = offered(payment);
  year.do(accept(more));
  return year;
};
const standing = (more: Partial<Record<keyof AwardStanding, unknown>> = {}): AwardStanding =>
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
const due = { reportDueAt: instant('2026-12-03T08:00:00.000Z') };
const move = (
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
const duties = { submitted: [staff('a')], verified: [rita, rob], approved: [pia, pat] };
const told = (year: Year, command: Parameters<Year['try']>[0]) => year.try(command).answer;
const one = (event: object) => ({ kind: 'accepted', events: [event] });
const code = (name: string) => ({ kind: 'not-now', code: name });
const refusedFor = (because: string, data: object = {}) => ({ kind: 'refused', event: { data: { because, ...data } } });

describe('AcceptAward', () => {
  it('takes less than the offer, and what is not taken is free', () => {
    expect(told(offered(), accept({ acceptedCents: 350_000 }))).toEqual(
      one(
        AwardAccepted({
          award: standing({ status: 'accepted', acceptedCents: 350_000, netCents: 350_000, ...due }),
          decisionId: decisionId('accept'),
          move: move({ awarded: 350_000 }, [400_000, 350_000], 50_000),
          ...{ dueCents: cents(350_000), roundDate: plainDate('2026-09-20'), duties, acceptedBy: [staff('a')] },
        }),
      ),
    );
    expect(accepted('reimbursement').world.log.at(-1)!.data).toMatchObject({
      dueCents: 0,
      award: { netCents: 400_000 },
    });
  });

  it('says no in this order: absent or not staff, answered before, gone, too much, duties', () => {
    expect(told(offered(), onAward('AcceptAward', 'y', { by: staff('a') }))).toMatchObject(code('NOT_FOUND'));
    for (const by of [staff('b'), champion('a'), pia])
      expect(told(offered(), accept({ by }))).toMatchObject(code('NOT_FOUND'));
    expect(told(accepted(), accept({ id: 'again', at: LAPSES }))).toMatchObject(code('NOT_OPEN'));
    expect(told(offered(), accept({ at: LAPSES, acceptedCents: 0 }))).toEqual({
      kind: 'refused',
      event: GrantActRefused({
        because: 'OFFER_LAPSED',
        detail: `The offer stood up to ${LAPSES}; it was ${LAPSES}.`,
        figures: { lapsesAt: LAPSES, receivedAt: LAPSES },
        ...{ act: 'AcceptAward', about: awardId('x'), partnerId: partner('a') },
      }),
    });
    expect(told(offered(), accept({ acceptedCents: 400_001 }))).toMatchObject(
      refusedFor('ABOVE_OFFER', { wouldPass: { acceptedCents: 400_000 } }),
    );
    expect(told(offered(), accept({ acceptedCents: 0 }))).toMatchObject(refusedFor('NOTHING_ACCEPTED'));
    expect(told(offered(), accept({ by: pia, onBehalfOf: staff('a') }))).toMatchObject(refusedFor('SOD'));
    const left = offered();
    left.world.record(`partner-${partner('a')}`, [leaving('a')]);
    expect(told(left, accept())).toMatchObject(refusedFor('PARTNER_EXITED'));
  });
});

describe('DeclineAward and LapseAward', () => {
  const decline = (more = {}) => onAward('DeclineAward', 'x', { by: staff('a'), ...more });
  const lapse = (at = LAPSES) => onAward('LapseAward', 'x', { by: 'service:lapse' as never, at });
  const freed = move({}, [400_000, 0], 400_000);

  it('free the money and the quarter', () => {
    expect(told(offered(), decline())).toEqual(
      one(AwardDeclined({ award: standing({ status: 'declined' }), move: freed, declinedBy: [staff('a')] })),
    );
    expect(told(offered(), lapse())).toEqual(
      one(
        AwardLapsed({
          ...{ award: standing({ status: 'lapsed' }), move: freed, cause: 'unanswered', dueAt: instant(LAPSES) },
        }),
      ),
    );
  });

  it('says no in this order: absent or not staff, answered before, not due', () => {
    expect(told(offered(), decline({ by: staff('b') }))).toMatchObject(code('NOT_FOUND'));
    expect(told(accepted(), decline())).toMatchObject(code('NOT_OPEN'));
    expect(told(accepted(), lapse(LATER))).toMatchObject(code('NOT_OPEN'));
    expect(told(offered(), lapse('2026-10-21T06:59:59.999Z'))).toMatchObject(code('LAPSE_NOT_DUE'));
    const left = offered();
    left.world.record(`partner-${partner('a')}`, [leaving('a')]);
    expect(told(left, lapse(LATER))).toMatchObject(one({ data: { cause: 'partner-exited' } }));
  });

  it('of an acceptance and a lapse that race, one wins', () => {
    const year = accepted();
    expect(told(year, lapse())).toMatchObject(code('NOT_OPEN'));
    const other = offered();
    other.do(lapse());
    expect(told(other, accept({ at: '2026-10-21T06:59:59.999Z' }))).toMatchObject(code('NOT_OPEN'));
  });
});

describe('AmendAward', () => {
  const amend = (more = {}) => onAward('AmendAward', 'x', { reason: 'Agreed by mail.', by: pat, ...more });

  it('records the change, and what of an advance is owed back by it', () => {
    const changes = { acceptedCents: cents(300_000), endsOn: plainDate('2026-10-05') };
    expect(told(accepted(), amend(changes))).toEqual(
      one(
        AwardAmended({
          award: standing({
            ...{ status: 'accepted', acceptedCents: 300_000, netCents: 400_000, owedBackCents: 100_000 },
            reportDueAt: '2026-12-05T08:00:00.000Z',
          }),
          move: move({ awarded: 400_000 }, [400_000, 400_000], 0),
          ...{ changes, reason: 'Agreed by mail.', approvedBy: [pat] },
        }),
      ),
    );
    const reimbursed = accepted('reimbursement');
    reimbursed.do(amend({ acceptedCents: 300_000 }));
    expect(reimbursed.pool()).toMatchObject({ awardedCents: 300_000 });
  });

  it('says no in this order: absent, not accepted, nothing, duties, more money, dates', () => {
    expect(told(offered(), amend())).toMatchObject(code('NOT_OPEN'));
    expect(told(accepted(), amend())).toMatchObject(code('NOTHING_CHANGED'));
    const more = { acceptedCents: 400_001, startsOn: '2026-10-04' };
    expect(told(accepted(), amend({ by: staff('a', 2), ...more }))).toMatchObject(refusedFor('SOD'));
    expect(told(accepted(), amend(more))).toMatchObject(
      refusedFor('AMENDMENT_RAISES', { wouldPass: { acceptedCents: 400_000 } }),
    );
    expect(told(accepted(), amend({ startsOn: '2026-10-04' }))).toMatchObject(refusedFor('DATES_REVERSED'));
  });
});

describe('ReportAward, AcceptReport, ReturnFunds, CloseAward', () => {
  const reported = (payment: 'advance' | 'reimbursement' = 'advance', spent = 287_450) => {
    const year = accepted(payment, { acceptedCents: 350_000 });
    year.do(report(spent));
    return year;
  };
  const returned = (back: number, how = 'repaid', by = fin) =>
    onAward('ReturnFunds', 'x', { by, returnedCents: back, how });
  /** A smaller event, as agreed: 62,550 of the advance is owed back before any report. */
  const amended = () => {
    const year = accepted('advance', { acceptedCents: 350_000 });
    year.do(onAward('AmendAward', 'x', { by: pat, acceptedCents: 287_450, reason: 'As agreed.' }));
    return year;
  };
  const repaid = (back: number) =>
    onAward('RecordRepayment', 'x', { by: 'service:on-receivable-repaid' as never, repaidCents: back });
  const close = () => onAward('CloseAward', 'x');
  const reverse = () => onAward('ReverseAward', 'x', { reason: 'error', note: 'A slip.' });

  it('a report says what was spent and reached', () => {
    const evidence = [{ kind: 'receipt', sha256: 'a'.repeat(64) }];
    expect(told(accepted(), report(287_450, { note: 'Fine.', evidence }))).toEqual(
      one(
        AwardReported({
          award: standing({
            status: 'reported',
            acceptedCents: 400_000,
            netCents: 400_000,
            spentCents: 287_450,
            ...due,
          }),
          actualOutcomes: [{ metric: 'people-reached', actual: 380 }],
          ...{ note: 'Fine.', evidence, reportedBy: [staff('a')] },
        }),
      ),
    );
    expect(told(offered(), report())).toMatchObject(code('NOT_OPEN'));
    expect(told(accepted(), report(1, { by: staff('b') }))).toMatchObject(code('NOT_FOUND'));
    const twice = [1, 2].map((actual) => ({ metric: 'people-reached', actual }));
    expect(told(accepted(), report(1, { actualOutcomes: twice, by: pia, onBehalfOf: staff('a') }))).toMatchObject(
      refusedFor('SOD'),
    );
    expect(told(accepted(), report(1, { actualOutcomes: twice }))).toMatchObject(refusedFor('OUTCOME_REPEATED'));
  });

  it('what of an advance was not spent is owed back, and the pool waits for it', () => {
    expect(told(reported(), acceptReport({ note: 'Seen.' }))).toEqual(
      one(
        AwardReportAccepted({
          award: standing({
            ...{ status: 'report-accepted', acceptedCents: 350_000, netCents: 350_000, spentCents: 287_450 },
            ...{ owedBackCents: 62_550, ...due },
          }),
          decisionId: decisionId('in order'),
          move: move({ awarded: 350_000 }, [350_000, 350_000], 0),
          ...{ dueCents: cents(0), roundDate: plainDate('2026-09-20'), acceptedBy: [ren], note: 'Seen.' },
          duties: { ...duties, verified: [rita, rob, ren] },
        }),
      ),
    );
  });

  it.each([
    [287_450, 287_450, 62_550],
    [999_999, 350_000, 0],
    [0, 0, 350_000],
  ])('a reimbursement pays of %d spent %d, and %d is free', (spent, dueCents, freedCents) => {
    expect(told(reported('reimbursement', spent), acceptReport())).toMatchObject(
      one({ data: { dueCents, move: { freedCents }, award: { netCents: dueCents } } }),
    );
  });

  it('money that came back is available; only what was never paid gives the quarter back', () => {
    expect(told(amended(), returned(62_550))).toEqual(
      one(
        FundsReturned({
          award: standing({
            ...{ status: 'accepted', acceptedCents: 287_450, netCents: 287_450 },
            ...{ owedBackCents: 0, repaidCents: 62_550, ...due },
          }),
          move: move({ awarded: 287_450, returned: 62_550 }, [350_000, 350_000], 62_550),
          ...{ returnedCents: cents(62_550), how: 'repaid', recordedBy: [fin] },
        }),
      ),
    );
    const never = amended();
    never.do(returned(62_550, 'never-paid'));
    expect([...never.state.quarterUse.values()]).toEqual([287_450]);
    expect(never.pool().returnedCents).toBe(0);
  });

  it('RecordRepayment returns what the payouts ledger took in', () => {
    const year = reported();
    year.do(acceptReport());
    expect(told(year, repaid(62_550))).toEqual(
      one(
        FundsReturned({
          award: standing({
            ...{ status: 'report-accepted', acceptedCents: 350_000, netCents: 287_450, spentCents: 287_450 },
            ...{ owedBackCents: 0, repaidCents: 62_550, ...due },
          }),
          move: move({ awarded: 287_450, returned: 62_550 }, [350_000, 350_000], 62_550),
          ...{ returnedCents: cents(62_550), how: 'repaid', recordedBy: [] },
        }),
      ),
    );
  });

  it('RecordRepayment returns it to the lapse of a year that has lapsed', () => {
    const year = reported();
    year.do(acceptReport());
    year.do(asked('LapsePool', { year: '2026', by: fin, at: '2027-03-01T20:00:00.000Z' }));
    year.do(repaid(62_550));
    expect(year.pool()).toMatchObject({ availableCents: 0, lapsedCents: FUNDED - 287_450, returnedCents: 62_550 });
  });

  it('RecordRepayment says no in this order: absent, no accepted report, more than is owed', () => {
    expect(told(new Year(), repaid(1))).toMatchObject(code('NOT_FOUND'));
    expect(told(amended(), repaid(1))).toMatchObject(code('NOT_OPEN'));
    const year = reported();
    year.do(acceptReport());
    expect(told(year, repaid(62_551))).toMatchObject(code('NOTHING_OWED'));
  });

  it('says no in this order: of another standing, duties, nothing or too much owed', () => {
    expect(told(accepted(), acceptReport())).toMatchObject(code('NOT_OPEN'));
    for (const by of [staff('a', 2), pia])
      expect(told(reported(), acceptReport({ by }))).toMatchObject(refusedFor('SOD'));
    const year = reported();
    expect(told(offered(), returned(1))).toMatchObject(code('NOT_OPEN'));
    expect(told(year, returned(1))).toMatchObject(code('NOTHING_OWED'));
    expect(told(amended(), returned(62_551, 'repaid', staff('a')))).toMatchObject(refusedFor('SOD'));
    for (const cent of [0, 62_551]) expect(told(amended(), returned(cent))).toMatchObject(refusedFor('ABOVE_OWED'));
    year.do(acceptReport());
    // From now on it is a receivable, and comes back there.
    expect(told(year, returned(62_550))).toMatchObject(code('NOT_OPEN'));
    expect(told(year, reverse())).toMatchObject(code('MONEY_OWED'));
    expect(told(year, close())).toMatchObject(code('MONEY_OWED'));
    year.do(repaid(62_550));
    const { standing: before } = year.state.awards.get(awardId('x'))!;
    expect(told(year, close())).toEqual(one(AwardClosed({ award: { ...before, status: 'closed' }, closedBy: [pia] })));
    expect(told(year, close())).toMatchObject(code('NOT_OPEN'));
  });

  it('a partner with an overdue report hands in nothing new', () => {
    const year = accepted();
    const at = (moment: string) => ({ quarter: '2026-Q4', at: moment, startsOn: '2027-02-01', endsOn: '2027-02-02' });
    year.do(open({ quarter: '2026-Q4', opensAt: '2026-10-01T07:00:00Z', closesAt: '2026-12-30T08:00:00Z' }));
    year.do(submit('a', 'before', 100_000, at('2026-12-03T07:59:59.999Z')));
    expect(told(year, submit('a', 'after', 100_000, at('2026-12-03T08:00:00.000Z')))).toMatchObject(
      refusedFor('REPORT_OVERDUE', { figures: { awardId: awardId('x') } }),
    );
    const late = '2026-12-31T08:00:00.000Z';
    year.reviewed(
      'before',
      [
        [5, 5],
        [5, 5],
      ],
      late,
    );
    expect(year.slate('2026-Q4', late).leftOut).toMatchObject([{ reason: 'REPORT_OVERDUE' }]);
    year.do(report(1, { at: late }));
    expect(year.slate('2026-Q4', late).leftOut).toEqual([]);
  });
});

describe('ReverseAward', () => {
  const reverse = (more = {}) =>
    onAward('ReverseAward', 'x', { reason: 'ineligible', note: 'Twice.', by: pat, ...more });

  it('frees an offer at once', () => {
    expect(told(offered(), reverse())).toEqual(
      one(
        AwardReversed({
          ...{ award: standing({ status: 'reversed' }), move: move({}, [400_000, 0], 400_000) },
          ...{ reason: 'ineligible', note: 'Twice.', reversedBy: [pat] },
        }),
      ),
    );
  });

  it('of what is payable or paid, everything is owed until it is returned', () => {
    const year = accepted();
    expect(year.do(reverse()).events[0]!.data).toMatchObject({ award: { owedBackCents: 400_000, netCents: 400_000 } });
    year.do(onAward('ReturnFunds', 'x', { by: fin, returnedCents: 400_000, how: 'never-paid' }));
    expect(year.pool()).toMatchObject({ availableCents: FUNDED, awardedCents: 0 });
    const reimbursed = accepted('reimbursement');
    reimbursed.do(reverse());
    expect(reimbursed.pool()).toMatchObject({ availableCents: FUNDED });
  });

  it('says no in this order: absent, reversed, duties', () => {
    expect(
      told(accepted(), { ...reverse(), payload: { ...reverse().payload, awardId: awardId('none') } }),
    ).toMatchObject(code('NOT_FOUND'));
    const year = accepted();
    year.do(reverse());
    expect(told(year, reverse({ by: staff('a') }))).toMatchObject(code('NOT_OPEN'));
    expect(told(accepted(), reverse({ by: staff('a') }))).toMatchObject(refusedFor('SOD'));
  });
});
