/** The program year of a quarter's key: `2026-Q3` is 2026. */
export const yearOf = (quarter: string): number => Number(quarter.slice(0, 4));

/** 1 to 4. */
export const ordinalOf = (quarter: string): number => Number(quarter.slice(6));

/** The quarter after it: after `2026-Q4` comes `2027-Q1`. */
export function nextQuarter(quarter: string): string {
  const ordinal = ordinalOf(quarter);
  return ordinal === 4 ? `${yearOf(quarter) + 1}-Q1` : `${yearOf(quarter)}-Q${ordinal + 1}`;
}
