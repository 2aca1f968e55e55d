import { AwardLapsed } from '#contexts/grants/events/award-lapsed';
import { PartnerOffersLapsed } from '#contexts/grants/events/partner-offers-lapsed';
import { PartnerReactivated } from '#contexts/partners/events/partner-reactivated';
import { cents } from '#kernel/money/cents';
import { instant } from '#kernel/time/instant';
import {
  asked,
  awardId,
  fund,
  leaving,
  onAward,
  open,
  partner,
  staff,
  submit,
  Year,
} from '../../../../../test/support/grants';

/** Midnight after 5 October in New York; the offers of 20 September stand up to the 21st. */
const LEAVES = instant('2026-10-06T04:00:00.000Z');
const A_MOMENT_BEFORE = '2026-10-06T03:59:59.999Z';
const GOOD = [
  [5, 5],
  [5, 5],
] as const;

/** Partner a is offered twice, and b once. */
function offered(): Year {
  const year = new Year();
  year.do(fund({ fundedCents: 2_000_000, release: 'annual' }));
  year.do(open());
  for (const [slug, key] of OFFERS) year.do(submit(slug, key, 200_000));
  for (const [, key] of OFFERS) year.reviewed(key, GOOD);
  year.decide();
  return year;
}
const OFFERS = [
  ['a', 'x'],
  ['a', 'y'],
  ['b', 'z'],
] as const;

function announced(): Year {
  const year = offered();
  year.world.record(`partner-${partner('a')}`, [leaving('a', LEAVES)]);
  return year;
}
const lapse = (at: string = LEAVES, partnerId = partner('a')) =>
  asked('LapseOffers', { partnerId, by: 'service:partner-exit' as never, role: 'service', key: 'gone', at });
const told = (year: Year, at?: string, partnerId = partner('a')) => year.try(lapse(at, partnerId)).answer;
const code = (name: string) => ({ kind: 'not-now', code: name });

describe('LapseOffers', () => {
  it('ends every open offer of the partner, each on what the one before left', () => {
    const year = announced();
    const [pool, offer] = [year.pool(), (key: string) => year.state.awards.get(awardId(key))!.standing];
    const ended = (key: string, n: number) =>
      AwardLapsed({
        award: { ...offer(key), status: 'lapsed' },
        move: {
          pool: {
            ...pool,
            offeredCents: cents(600_000 - 200_000 * n),
            availableCents: cents(1_400_000 + 200_000 * n),
          },
          cap: {
            capCents: cents(500_000),
            usedBeforeCents: cents(600_000 - 200_000 * (n + 0)),
            usedAfterCents: cents(400_000 - 200_000 * n),
          },
          freedCents: cents(200_000),
        },
        ...{ cause: 'partner-exited', dueAt: LEAVES },
      });
    expect(told(year)).toEqual({
      kind: 'accepted',
      events: [
        PartnerOffersLapsed({ partnerId: partner('a'), leavesAt: LEAVES, awardIds: [awardId('x'), awardId('y')] }),
        ended('x', 1),
        ended('y', 2),
      ],
    });
    expect(offer('z').status).toBe('offered');
  });

  it('leaves alone what was answered, and is on record when there is nothing to end', () => {
    const year = offered();
    for (const key of ['x', 'y']) year.do(onAward('DeclineAward', key, { by: staff('a') }));
    year.world.record(`partner-${partner('a')}`, [leaving('a', LEAVES)]);
    expect(told(year)).toEqual({
      kind: 'accepted',
      events: [PartnerOffersLapsed({ partnerId: partner('a'), leavesAt: LEAVES, awardIds: [] })],
    });
  });

  it('says no in this order: no such partner, not leaving, still here', () => {
    expect(told(announced(), LEAVES, partner('nobody'))).toMatchObject(code('NOT_FOUND'));
    expect(told(offered())).toMatchObject(code('NOT_OPEN'));
    const stays = announced();
    stays.world.record(`partner-${partner('a')}`, [PartnerReactivated({ partnerId: partner('a') } as never)]);
    expect(told(stays, A_MOMENT_BEFORE)).toMatchObject(code('NOT_OPEN'));
    expect(told(announced(), A_MOMENT_BEFORE)).toMatchObject(code('LAPSE_NOT_DUE'));
  });

  it('finds an offer that stands and may be accepted until then, and not from then on', () => {
    const accept = (at: string) => onAward('AcceptAward', 'x', { by: staff('a'), at });
    expect(announced().try(accept(A_MOMENT_BEFORE)).answer.kind).toBe('accepted');
    expect(announced().try(accept(LEAVES)).answer).toMatchObject({ event: { data: { because: 'PARTNER_EXITED' } } });
  });
});
