import { InvariantBroken } from '#kernel/assert/assert';
import { add, cents, dollars, greater, lesser, subtract, sum, ZERO } from '#kernel/money/cents';

const MAX = Number.MAX_SAFE_INTEGER;

describe('cents', () => {
  it.each([0, 1, -1, 29_999, MAX, -MAX])('%d is an amount', (value) => {
    expect(cents(value)).toBe(value);
  });

  it.each([2 ** 53, 2 ** 53 + 1, -(2 ** 53), 0.5, 10.1, Number.NaN, Infinity])('%d is none', (value) => {
    expect(() => cents(value)).toThrow(InvariantBroken);
  });

  it('stop where a sum would leave the exact integers', () => {
    expect(add(cents(MAX - 1), cents(1))).toBe(MAX);
    expect(() => add(cents(MAX), cents(1))).toThrow(InvariantBroken);
    expect(() => subtract(cents(-MAX), cents(1))).toThrow(InvariantBroken);
    expect(() => sum([cents(MAX), cents(1), cents(-2)])).toThrow(InvariantBroken);
  });

  it('add up, and compare', () => {
    expect(sum([])).toBe(0);
    expect(sum([1, 2, -4].map(cents))).toBe(-1);
    expect([lesser(cents(1), cents(2)), greater(cents(1), cents(2)), lesser(ZERO, ZERO)]).toEqual([1, 2, 0]);
  });

  it.each([
    [0, '$0.00'],
    [5, '$0.05'],
    [125_000, '$1,250.00'],
    [-125_001, '−$1,250.01'],
    [-1, '−$0.01'],
    [100_000_000, '$1,000,000.00'],
    [MAX, '$90,071,992,547,409.91'],
  ])('%d reads %s', (value, words) => {
    expect(dollars(cents(value))).toBe(words);
  });
});
