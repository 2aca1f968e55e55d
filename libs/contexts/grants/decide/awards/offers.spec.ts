import { AwardAccepted } from '#contexts/grants/events/award-accepted';
import { AwardDeclined } from '#contexts/grants/events/award-declined';
import { AwardLapsed } from '#contexts/grants/events/award-lapsed';
import { GrantActRefused } from '#contexts/grants/events/grant-act-refused';
import { cents } from '#kernel/money/cents';
import { instant } from '#kernel/time/instant';
import { plainDate } from '#kernel/time/plain-date';
import {
  accept,
  accepted,
  code,
  due,
  duties,
  LAPSES,
  move,
  offered,
  one,
  refusedFor,
  standing,
  told,
} from '../../../../../test/support/an-award';
import {
  awardId,
  champion,
  decisionId,
  LATER,
  leaving,
  onAward,
  partner,
  pia,
  staff,
} from '../../../../../test/support/grants';

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
