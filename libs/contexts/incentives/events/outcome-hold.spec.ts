import type { OutcomeHold } from '#contexts/incentives/events/outcome-hold';
import { exclude, firstFree } from '#contexts/incentives/events/outcome-hold';

const hold = (unit: OutcomeHold['unit'], position: number, span = 1, key = 'k'): OutcomeHold => ({
  key,
  unit,
  position,
  span,
});

describe('two holds of one outcome', () => {
  it.each([
    ['ever', hold('ever', 0), hold('ever', 0), true],
    ['ever and a year', hold('ever', 0), hold('year', 2031), true],
    ['one year', hold('year', 2026), hold('year', 2026), true],
    ['years beside each other', hold('year', 2026), hold('year', 2027), false],
    ['rolling: two years apart', hold('year', 2026, 3), hold('year', 2028, 3), true],
    ['rolling: three years apart', hold('year', 2026, 3), hold('year', 2029, 3), false],
    ['under two policies, the stricter', hold('year', 2026, 1), hold('year', 2028, 3), true],
    ['halves of one year', hold('half', 4_052), hold('half', 4_053), false],
    ['a half and its year', hold('half', 4_053), hold('year', 2026), true],
    ['a half and the next year', hold('half', 4_053), hold('year', 2027), false],
    ['of different keys', hold('ever', 0, 1, 'a'), hold('ever', 0, 1, 'b'), false],
  ])('%s: %#', (_, a, b, excluded) => {
    expect(exclude(a, b)).toBe(excluded);
    expect(exclude(b, a)).toBe(excluded);
  });

  it.each([
    [hold('year', 2026), hold('year', 2026), { programYear: 2027 }],
    [hold('year', 2028, 3), hold('year', 2026), { programYear: 2029 }],
    [hold('year', 2026), hold('year', 2026, 3), { programYear: 2029 }],
    [hold('half', 4_052), hold('half', 4_052), { programYear: 2026, half: 2 }],
    [hold('half', 4_053), hold('half', 4_053), { programYear: 2027, half: 1 }],
    [hold('year', 2026), hold('half', 4_053), { programYear: 2027 }],
    [hold('half', 4_053), hold('year', 2026), { programYear: 2027 }],
  ])('a hold like %j, beside %j, is free again in %j', (wanted, other, free) => {
    expect(firstFree(wanted, other)).toEqual(free);
    const { programYear, half = 1 }: { programYear: number; half?: number } = free;
    const position = wanted.unit === 'half' ? 2 * programYear + half - 1 : programYear;
    expect(exclude({ ...wanted, position }, other)).toBe(false);
    expect(exclude({ ...wanted, position: position - 1 }, other)).toBe(true);
  });

  it('what is held for ever is never free again', () => {
    expect(firstFree(hold('ever', 0), hold('year', 2026))).toBeUndefined();
    expect(firstFree(hold('year', 2026), hold('ever', 0))).toBeUndefined();
  });
});
