import type { Figure, Judged } from './figure';
import { judged } from './figure';

const HEADINGS = ['measured', 'value', '', 'ratio', 'against', 'aim', ''] as const;
const RIGHT = new Set([1, 3]);

/** The figures as one table for a terminal, columns aligned. */
export function table(figures: readonly Figure[]): string {
  const rows = [HEADINGS as readonly string[], ...figures.map((figure) => cells(judged(figure)))];
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => (RIGHT.has(i) ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  const [head = [], ...body] = rows;
  return [line(head), rule, ...body.map(line)].join('\n');
}

function cells({ name, value, unit, against, ratio, aim, met }: Judged): string[] {
  return [
    name,
    shown(value),
    unit,
    ratio === undefined ? '' : `${ratio.toFixed(2)} ×`,
    against === undefined ? '' : `${against.name} (${shown(against.value)})`,
    aim === undefined ? '' : `${aim.is} ${shown(aim.than)}${aim.of === 'ratio' ? ' ×' : ''}`,
    met === undefined ? '' : met ? 'met' : 'NOT MET',
  ];
}

/** Three digits that mean something; thousands grouped. */
export function shown(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en-US');
  return String(Number(value.toPrecision(3)));
}
