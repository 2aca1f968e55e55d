import { zoneCalendar } from '#kernel/time/calendar';
import { parseInstant, plusHours } from '#kernel/time/instant';
import { addDays, plainDate } from '#kernel/time/plain-date';
import { halfOf, programYearOf, quarterInterval, quarterOf } from '#kernel/time/program-calendar';

const calendarYear = { firstDay: '01-01', zone: 'America/Los_Angeles' };
const fiscal = { firstDay: '07-01', zone: 'America/Los_Angeles' };

describe('the program calendar (E10)', () => {
  it.each([
    ['2026-Q1', '2026-01-01T08:00:00.000Z', '2026-04-01T07:00:00.000Z', 2159],
    ['2026-Q2', '2026-04-01T07:00:00.000Z', '2026-07-01T07:00:00.000Z', 2184],
    ['2026-Q3', '2026-07-01T07:00:00.000Z', '2026-10-01T07:00:00.000Z', 2208],
    ['2026-Q4', '2026-10-01T07:00:00.000Z', '2027-01-01T08:00:00.000Z', 2209],
  ])('%s is [%s, %s), %d hours', (quarter, start, end, hours) => {
    const interval = quarterInterval(quarter, calendarYear, zoneCalendar);
    expect(interval).toEqual({ start, end });
    expect(plusHours(interval.start, hours)).toBe(end);
  });

  it.each([
    ['2026-04-01T06:59:59.999Z', '2026-Q1'],
    ['2026-04-01T07:00:00.000Z', '2026-Q2'],
  ])('%s lies in %s', (at, quarter) => {
    const date = zoneCalendar.dateAt(parseInstant(at)!, calendarYear.zone);
    expect(quarterOf(date, calendarYear)).toBe(quarter);
  });

  it.each([
    ['2026-12-31', 2026, 2, '2026-Q4'],
    ['2026-06-30', 2026, 1, '2026-Q2'],
    ['2026-07-01', 2026, 2, '2026-Q3'],
    ['2024-02-29', 2024, 1, '2024-Q1'],
    ['1900-01-01', 1900, 1, '1900-Q1'],
    ['2999-12-31', 2999, 2, '2999-Q4'],
  ])('%s in calendar years', (date, year, half, quarter) => {
    expect(programYearOf(plainDate(date), calendarYear)).toBe(year);
    expect(halfOf(plainDate(date), calendarYear)).toBe(half);
    expect(quarterOf(plainDate(date), calendarYear)).toBe(quarter);
  });

  it.each([
    ['2026-06-30', 2025, 2, '2025-Q4'],
    ['2026-07-01', 2026, 1, '2026-Q1'],
    ['2026-12-31', 2026, 1, '2026-Q2'],
    ['2027-01-01', 2026, 2, '2026-Q3'],
    ['1900-01-01', 1899, 2, '1899-Q3'],
  ])('%s in years from July', (date, year, half, quarter) => {
    expect(programYearOf(plainDate(date), fiscal)).toBe(year);
    expect(halfOf(plainDate(date), fiscal)).toBe(half);
    expect(quarterOf(plainDate(date), fiscal)).toBe(quarter);
  });

  it.each(['2026-Q5', '2026Q1', '26-Q1'])('%s is no quarter', (text) => {
    expect(() => quarterInterval(text, calendarYear, zoneCalendar)).toThrow('a quarter is written as');
  });

  it.each([
    ['a claim window of an outcome on 2026-12-31', '2026-12-31', 90, '2027-04-01T07:00:00.000Z'],
    ['a claim window of an outcome on 2026-08-04', '2026-08-04', 90, '2026-11-03T08:00:00.000Z'],
    ['an offer of 2026-10-15', '2026-10-15', 30, '2026-11-15T08:00:00.000Z'],
  ])('%s ends at local midnight after the last day', (_, date, days, end) => {
    expect(zoneCalendar.startOf(addDays(plainDate(date), days + 1), calendarYear.zone)).toBe(end);
  });
});
