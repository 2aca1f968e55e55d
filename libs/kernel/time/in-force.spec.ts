import { inForceOn, latestFrom } from '#kernel/time/in-force';
import { plainDate } from '#kernel/time/plain-date';

const from = (day: string, name: string) => ({ effectiveFrom: plainDate(day), name });
const [first, later, again] = [from('2026-01-01', 'first'), from('2026-07-01', 'later'), from('2026-07-01', 'again')];

describe('what holds from a day on', () => {
  it('is the one that began last, and of two from one day the one defined last', () => {
    const days = ['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01'].map((day) => plainDate(day));
    expect(days.map((on) => latestFrom([first, later, again], on)?.name)).toEqual([
      undefined,
      'first',
      'first',
      'again',
    ]);
  });

  it('does not depend on when a late correction of the past was made', () => {
    const correction = from('2026-03-01', 'correction');
    const all = [first, later, correction];
    expect(latestFrom(all, plainDate('2026-06-30'))?.name).toBe('correction');
    expect(latestFrom(all, plainDate('2026-08-01'))?.name).toBe('later');
  });
});

describe('the version in force', () => {
  const onDays = (days: readonly string[], ...versions: readonly ReturnType<typeof from>[]) =>
    days.map((day) => inForceOn(versions, plainDate(day))?.name);

  it('gives way to a planned one on that one’s day, though it was published after it', () => {
    const between = from('2026-03-01', 'between');
    expect(onDays(['2026-02-28', '2026-06-30', '2026-07-01'], first, later, between)).toEqual([
      ...['first', 'between', 'later'],
    ]);
  });

  it('is the first for days before any, and none where nothing was published', () => {
    expect(onDays(['2025-12-31'], first, later)).toEqual(['first']);
    expect(onDays(['2026-01-01'])).toEqual([undefined]);
  });
});
