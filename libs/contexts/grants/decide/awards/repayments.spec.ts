import { FundsReturned } from '#contexts/grants/events/funds-returned';
import { cents } from '#kernel/money/cents';
import {
  acceptReport,
  amended,
  code,
  due,
  FUNDED,
  move,
  one,
  repaid,
  reported,
  standing,
  told,
} from '../../../../../test/support/an-award';
import { asked, fin, Year } from '../../../../../test/support/grants';

describe('RecordRepayment', () => {
  it('returns what the payouts ledger took in', () => {
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

  it('returns it to the lapse of a year that has lapsed', () => {
    const year = reported();
    year.do(acceptReport());
    year.do(asked('LapsePool', { year: '2026', by: fin, at: '2027-03-01T20:00:00.000Z' }));
    year.do(repaid(62_550));
    expect(year.pool()).toMatchObject({ availableCents: 0, lapsedCents: FUNDED - 287_450, returnedCents: 62_550 });
  });

  it('says no in this order: absent, no accepted report, more than is owed', () => {
    expect(told(new Year(), repaid(1))).toMatchObject(code('NOT_FOUND'));
    expect(told(amended(), repaid(1))).toMatchObject(code('NOT_OPEN'));
    const year = reported();
    year.do(acceptReport());
    expect(told(year, repaid(62_551))).toMatchObject(code('NOTHING_OWED'));
  });
});
