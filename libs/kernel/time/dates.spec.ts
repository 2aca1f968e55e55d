import { instant, laterOf, parseInstant, plusHours } from '#kernel/time/instant';
import { addDays, daysBetween, parseDate, plainDate } from '#kernel/time/plain-date';
import { isTimeZone } from '#kernel/time/zone';

describe('dates', () => {
  it.each(['2026-09-30', '2024-02-29', '1900-01-01', '2999-12-31'])('%s is one', (text) => {
    expect(parseDate(text)).toBe(text);
  });

  it.each([
    '2026-02-30',
    '2026-13-01',
    '2027-02-29',
    '29 Feb 2027',
    '',
    '2026-9-30',
    '2026-09-30T00:00',
    ' 2026-09-30',
    '2026-09-30\n',
    '0026-09-30',
    '1899-12-31',
    '3000-01-01',
    '9999-12-31',
    '+002026-09-30',
    '２０２６-09-30',
  ])('%j is none', (text) => {
    expect(parseDate(text)).toBeUndefined();
  });

  it('are counted in whole days, over leap days and the end of what may be read', () => {
    expect(addDays(plainDate('2024-02-28'), 2)).toBe('2024-03-01');
    expect(addDays(plainDate('2026-03-01'), -1)).toBe('2026-02-28');
    expect(addDays(plainDate('2999-12-31'), 91)).toBe('3000-04-01');
    expect(daysBetween(plainDate('2026-02-28'), plainDate('2028-03-01'))).toBe(732);
    expect(daysBetween(plainDate('2026-03-01'), plainDate('2026-02-28'))).toBe(-1);
    expect(() => plainDate('2026-02-30')).toThrow('not a calendar date');
  });
});

describe('instants', () => {
  it.each([
    ['2026-04-01T07:00:00Z', '2026-04-01T07:00:00.000Z'],
    ['2026-04-01T00:00:00.1234567-07:00', '2026-04-01T07:00:00.123Z'],
    ['2026-03-31t23:59:59.999999999z', '2026-03-31T23:59:59.999Z'],
    ['2026-04-01T12:30:00+05:30', '2026-04-01T07:00:00.000Z'],
  ])('%s is %s', (text, at) => {
    expect(parseInstant(text)).toBe(at);
  });

  it.each([
    '2026-04-01',
    '2026-04-01T07:00Z',
    '2026-04-01T07:00:00',
    '2026-04-01T25:00:00Z',
    '2026-02-30T00:00:00Z',
    '2026-04-01T07:00:00Z[UTC]',
    '',
  ])('%j is none', (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });

  it('compare as texts', () => {
    const [a, b] = [instant('2026-04-01T06:59:59.999Z'), instant('2026-04-01T07:00:00.000Z')];
    expect(a < b).toBe(true);
    expect([laterOf(a, b), laterOf(b, a), laterOf(a, a)]).toEqual([b, b, a]);
    expect(plusHours(a, 24)).toBe('2026-04-02T06:59:59.999Z');
    expect(() => instant('2026-04-01T07:00:00Z')).toThrow('an instant is written as');
  });
});

describe('time zones', () => {
  it.each([
    'America/Los_Angeles',
    'UTC',
    'America/Argentina/Buenos_Aires',
    'Pacific/Honolulu',
    'America/Port-au-Prince',
  ])('%s is one', (zone) => {
    expect(isTimeZone(zone)).toBe(true);
  });

  it.each([
    'america/los_angeles',
    'Mars/Olympus',
    '+05:00',
    '-08:00',
    '',
    'UTC ',
    'A'.repeat(100),
    '../etc/passwd',
    'PDT',
  ])('%j is none', (zone) => {
    expect(isTimeZone(zone)).toBe(false);
  });
});
