import { recorded, recording, zoneCalendar } from '#kernel/time/calendar';
import { instant } from '#kernel/time/instant';
import { plainDate } from '#kernel/time/plain-date';

const LA = 'America/Los_Angeles';

describe('the zone calendar', () => {
  it.each([
    ['2026-03-08T07:59:59.999Z', LA, '2026-03-07'],
    ['2026-03-08T08:00:00.000Z', LA, '2026-03-08'],
    ['2026-03-09T06:59:59.999Z', LA, '2026-03-08'],
    ['2026-03-09T07:00:00.000Z', LA, '2026-03-09'],
    ['2026-11-02T07:59:59.999Z', LA, '2026-11-01'],
    ['2026-11-02T08:00:00.000Z', LA, '2026-11-02'],
    ['2026-08-04T12:00:00.000Z', 'Pacific/Kiritimati', '2026-08-05'],
    ['2026-08-04T09:59:59.999Z', 'Pacific/Honolulu', '2026-08-03'],
  ])('at %s the wall of %s shows %s, asked in any order', (at, zone, date) => {
    expect(zoneCalendar.dateAt(instant(at), zone)).toBe(date);
    zoneCalendar.dateAt(instant('2030-01-01T00:00:00.000Z'), zone);
    expect(zoneCalendar.dateAt(instant(at), zone)).toBe(date);
  });

  it.each([
    ['2026-03-08', LA, '2026-03-08T08:00:00.000Z'],
    ['2026-11-01', LA, '2026-11-01T07:00:00.000Z'],
    // Midnight does not exist here on this day: it begins at one.
    ['2026-03-29', 'Asia/Beirut', '2026-03-28T22:00:00.000Z'],
    ['2026-01-01', 'UTC', '2026-01-01T00:00:00.000Z'],
  ])('%s in %s begins at %s', (date, zone, start) => {
    expect(zoneCalendar.startOf(plainDate(date), zone)).toBe(start);
  });
});

describe('a recorded calendar', () => {
  it('gives the answers of then, and stops on a question that was not asked', () => {
    const answers: Record<string, string> = {};
    const at = instant('2026-08-04T12:00:00.000Z');
    recording(zoneCalendar, answers).dateAt(at, LA);
    recording(zoneCalendar, answers).startOf(plainDate('2026-11-03'), LA);
    expect(answers).toEqual({
      '2026-08-04T12:00:00.000Z@America/Los_Angeles': '2026-08-04',
      '2026-11-03@America/Los_Angeles': '2026-11-03T08:00:00.000Z',
    });
    const then = recorded({ ...answers, '2026-08-04T12:00:00.000Z@America/Los_Angeles': '1999-01-01' });
    expect(then.dateAt(at, LA)).toBe('1999-01-01');
    expect(() => then.startOf(plainDate('2026-11-04'), LA)).toThrow('did not ask');
  });
});
