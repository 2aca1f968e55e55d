import { assert } from '#kernel/assert/assert';

declare const unit: unique symbol;
/** US dollars as an integer number of cents: the only shape in which money exists in this system (G19). */
export type Cents = number & { readonly [unit]: 'cents' };

/** Brands an integer as cents. Stops on fractions and on integers that a double cannot hold exactly. */
export function cents(value: number): Cents {
  assert(Number.isSafeInteger(value), 'cents must be a safe integer', { value });
  return value as Cents;
}

export const ZERO: Cents = cents(0);

export const add = (a: Cents, b: Cents): Cents => cents(a + b);
export const subtract = (a: Cents, b: Cents): Cents => cents(a - b);
export const lesser = (a: Cents, b: Cents): Cents => (a < b ? a : b);
export const greater = (a: Cents, b: Cents): Cents => (a > b ? a : b);
export const sum = (values: Iterable<Cents>): Cents => {
  let total = ZERO;
  for (const value of values) total = add(total, value);
  return total;
};

/** `$1,250.00`, with a true minus sign: how people read money (desks.md). */
export function dollars(value: Cents): string {
  const whole = Math.trunc(Math.abs(value) / 100);
  const rest = String(Math.abs(value) % 100).padStart(2, '0');
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${value < 0 ? '−' : ''}$${grouped}.${rest}`;
}
