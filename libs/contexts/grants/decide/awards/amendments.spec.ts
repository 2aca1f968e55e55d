import { AwardAmended } from '#contexts/grants/events/award-amended';
import { AwardReversed } from '#contexts/grants/events/award-reversed';
import { cents } from '#kernel/money/cents';
import { plainDate } from '#kernel/time/plain-date';
import {
  accepted,
  code,
  FUNDED,
  move,
  offered,
  one,
  refusedFor,
  standing,
  told,
} from '../../../../../test/support/an-award';
import { awardId, fin, onAward, pat, staff } from '../../../../../test/support/grants';

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
