import { AwardClosed } from '#contexts/grants/events/award-closed';
import { AwardReportAccepted } from '#contexts/grants/events/award-report-accepted';
import { AwardReported } from '#contexts/grants/events/award-reported';
import { FundsReturned } from '#contexts/grants/events/funds-returned';
import { cents } from '#kernel/money/cents';
import { plainDate } from '#kernel/time/plain-date';
import {
  accepted,
  acceptReport,
  amended,
  code,
  due,
  duties,
  move,
  offered,
  one,
  refusedFor,
  repaid,
  report,
  reported,
  returned,
  standing,
  told,
} from '../../../../../test/support/an-award';
import {
  awardId,
  decisionId,
  fin,
  onAward,
  open,
  pia,
  ren,
  rita,
  rob,
  staff,
  submit,
} from '../../../../../test/support/grants';

describe('ReportAward, AcceptReport, ReturnFunds, CloseAward', () => {
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
