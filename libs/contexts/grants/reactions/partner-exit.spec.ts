import { partnerExit } from '#contexts/grants/reactions/partner-exit';
import { PartnerReactivated } from '#contexts/partners/events/partner-reactivated';
import type { NewEvent } from '#kernel/decider/event';
import { asked, leaving, NOW, partner, Year } from '../../../../test/support/grants';

describe('the exit of a partner', () => {
  const LEAVES = '2026-09-01T04:00:00.000Z';
  let year: Year;
  beforeEach(() => (year = new Year()));
  const moves = () => partnerExit.moves(year.world.log.at(-1)!);
  const happens = (event: NewEvent) => year.world.record(`partner-${partner('a')}`, [event]);

  it('is due at the moment that it names, ahead or past', () => {
    happens(leaving('a', LEAVES));
    expect(moves()).toEqual([{ entity: partner('a'), dueAt: LEAVES }]);
  });

  it('is lifted when the partner stays', () => {
    happens(leaving('a', LEAVES));
    happens(PartnerReactivated({ partnerId: partner('a') } as never));
    expect(moves()).toEqual([{ entity: partner('a'), dueAt: null }]);
  });

  it('is met once the offers have lapsed', () => {
    happens(leaving('a', NOW));
    year.do(asked('LapseOffers', { partnerId: partner('a') }));
    expect(moves()).toEqual([{ entity: partner('a'), dueAt: null }]);
  });

  it('asks for the lapse of all that the partner is offered', () => {
    const command = { partnerId: partner('a') };
    expect(partnerExit.command(partner('a'))).toEqual({ name: 'LapseOffers', command });
  });
});
