import type { Cents } from '#kernel/money/cents';

/** What a spreadsheet takes for the beginning of a formula, its full-width forms included (bad input 58). */
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** A text of people or catalogues, so that no spreadsheet runs it as a formula. */
export const harmless = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** Dollars as a number that a spreadsheet can add up, from integer arithmetic alone. */
export function plainDollars(amountCents: Cents): string {
  const whole = Math.trunc(Math.abs(amountCents) / 100);
  return `${amountCents < 0 ? '-' : ''}${whole}.${String(Math.abs(amountCents) % 100).padStart(2, '0')}`;
}
