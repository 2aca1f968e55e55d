import { inForceOn } from '#kernel/time/in-force';
import { plainDate } from '#kernel/time/plain-date';

const version = (name: string, from: string) => ({ name, effectiveFrom: plainDate(from) });
const onDay = (day: string, ...versions: readonly ReturnType<typeof version>[]) =>
  inForceOn(versions, plainDate(day))?.name;

describe('the version in force', () => {
  const first = version('first', '2020-01-01');
  const planned = version('planned', '2027-01-01');

  it('rules from its day until the next one’s', () => {
    expect(['2026-12-31', '2027-01-01'].map((day) => onDay(day, first, planned))).toEqual(['first', 'planned']);
  });

  it('gives way to a planned one on that one’s day, though it was published after it', () => {
    const between = version('between', '2026-09-01');
    expect(['2026-08-31', '2026-12-31', '2027-01-01'].map((day) => onDay(day, first, planned, between))).toEqual([
      ...['first', 'between', 'planned'],
    ]);
  });

  it('is the later published of two with one day, and the first for days before any', () => {
    expect(onDay('2027-01-01', first, planned, version('corrected', '2027-01-01'))).toBe('corrected');
    expect(onDay('2019-12-31', first, planned)).toBe('first');
    expect(onDay('2019-12-31')).toBeUndefined();
  });
});
