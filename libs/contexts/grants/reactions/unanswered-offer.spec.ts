import { unansweredOffer } from '#contexts/grants/reactions/unanswered-offer';
import { asked, awardId, fund, LATER, onAward, open, Q3, staff, submit, Year } from '../../../../test/support/grants';

describe('an offer that nobody answers', () => {
  const GOOD = [
    [5, 5],
    [5, 5],
  ] as const;
  const LAPSES = '2026-10-21T07:00:00.000Z';
  let year: Year;
  beforeEach(() => {
    year = new Year();
    year.do(fund({ fundedCents: 700_000, release: 'annual' }));
    year.do(open());
    for (const slug of ['a', 'b', 'c']) year.do(submit(slug, slug, 400_000));
    for (const slug of ['a', 'b', 'c']) year.reviewed(slug, GOOD);
    year.decide();
  });
  const movesOf = () => unansweredOffer.moves(year.world.log.at(-1)!);

  it('is due at its last moment: of a round every line that is funded, of a promotion those that waited', () => {
    expect(movesOf()).toEqual([
      { entity: awardId('a'), dueAt: LAPSES },
      { entity: awardId('b'), dueAt: LAPSES },
    ]);
    year.do(onAward('DeclineAward', 'a', { by: staff('a') }));
    year.do(asked('PromoteWaitlist', { quarter: Q3, at: LATER }));
    expect(movesOf()).toEqual([{ entity: awardId('c'), dueAt: LAPSES }]);
  });

  it.each([
    ['AcceptAward', { by: staff('a') }],
    ['DeclineAward', { by: staff('a') }],
    ['LapseAward', { at: LAPSES }],
    ['ReverseAward', { reason: 'error', note: 'Not this one.' }],
  ])('is lifted by %s', (name, more) => {
    year.do(onAward(name, 'a', more));
    expect(movesOf()).toEqual([{ entity: awardId('a'), dueAt: null }]);
  });

  it('asks for the lapse of the award', () => {
    expect(unansweredOffer.command(awardId('a'))).toEqual({ name: 'LapseAward', command: { awardId: awardId('a') } });
  });
});
