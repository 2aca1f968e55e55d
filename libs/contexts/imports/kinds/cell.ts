import type { Figures } from '#kernel/decider/answer';

/** What a cell says, or why it says nothing that can be used. */
export type Cell = { readonly value: unknown; readonly repair?: CellRepair } | { readonly fault: CellFault };

/** What was made of a cell that could be understood in one way only. */
export interface CellRepair {
  readonly now: string;
  readonly why: string;
}

export interface CellFault {
  readonly code: string;
  readonly detail: string;
  /** What would be taken in its place. */
  readonly wouldPass?: string | Figures;
}

/** Reads the text of a cell that is not empty. */
export type CellReader = (text: string) => Cell;

export const cellFault = (code: string, detail: string, wouldPass?: CellFault['wouldPass']): Cell => ({
  fault: { code, detail, ...(wouldPass === undefined ? {} : { wouldPass }) },
});

const FORMULA_ERROR = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/;
/** `1E5`, `4.00E+11`: a number as a spreadsheet shortens it. */
const SHORTENED = /^[+-]?\d+(?:[.,]\d+)?E[+-]?\d+$/i;

/**
 * What no column takes, whatever is due in it; undefined for an ordinary cell. A shortened number has lost digits: nobody
 * can tell which they were.
 */
export function spreadsheetFault(text: string): Cell | undefined {
  const bare = text.trim();
  if (FORMULA_ERROR.test(bare))
    return cellFault('CELL_ERROR', `${bare} is a formula that failed in the spreadsheet.`, 'the value itself');
  if (SHORTENED.test(bare)) {
    const detail = `${bare} is a number that the spreadsheet has shortened; its other digits are lost.`;
    return cellFault('CELL_SHORTENED', detail, 'the column formatted as text before the file is saved');
  }
  if (/^="?/.test(bare))
    return cellFault('CELL_FORMULA', `${shown(bare)} is a formula, not a value.`, 'the value itself');
  return undefined;
}

/** Without the spaces around it, which is told. */
export function trimmed(text: string, read: CellReader): Cell {
  const bare = text.trim();
  const cell = read(bare);
  if ('fault' in cell || bare === text) return cell;
  const why = ['spaces around it are left out', cell.repair?.why].filter((one) => one !== undefined).join('; ');
  return { value: cell.value, repair: { now: cell.repair?.now ?? bare, why } };
}

/** A cell as it is quoted to people: short, on one line, and without what would steer a terminal. */
export function shown(text: string): string {
  const printable = text.replace(/\p{Cc}/gu, ' ').toWellFormed();
  return `“${printable.length > 40 ? `${printable.slice(0, 40)}…` : printable}”`.toWellFormed();
}
