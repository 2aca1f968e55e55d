import type { ReceiveImport } from '#contexts/imports/commands/receive-import';
import type { CellFault, CellReader, CellRepair } from '#contexts/imports/kinds/cell';
import type { Known } from '#contexts/imports/facts/known';
import type { PartnerId } from '#kernel/ids/entity-id';
import type { Requested } from '#kernel/requested/requested';

export type KindName = ReceiveImport['kind'];

/** A column that a file of this kind may have. */
export interface Column {
  /** As the command calls it. */
  readonly name: string;
  /** Other names under which files have it. Capitals, spaces, dashes and underscores make no difference. */
  readonly aliases?: readonly string[];
  /** The file has to have the column, and every row a value in it. */
  readonly isRequired?: true;
  /** One value may be said for the whole file where it lacks the column. */
  readonly isFillable?: true;
  /** What stands in it, for people. */
  readonly what: string;
  readonly read: CellReader;
}

/** Values by the names of their columns; an empty cell has none. */
export type Values = Readonly<Record<string, unknown>>;

/** A row as its cells were read. */
export interface ReadRow {
  readonly line: number;
  /** Texts by the names of their columns, and what the file calls those. */
  readonly cells: Readonly<Record<string, string>>;
  readonly called: Readonly<Record<string, string>>;
  readonly values: Values;
  readonly repairs: readonly Repair[];
  readonly errors: readonly RowError[];
  /** The line whose command this row shares. */
  readonly joins?: number;
}

/** What was made of a cell. */
export interface Repair extends CellRepair {
  readonly column: string;
  readonly was: string;
}

/** Why a row is rejected. */
export interface RowError extends CellFault {
  readonly column: string;
  readonly was: string;
}

/** A command that a row becomes. */
export interface Step {
  /** As deciders and permissions know it. */
  readonly name: string;
  readonly type: new () => Requested;
  readonly members: object;
  /** The row's natural key, which the command's id is made of: the same row in another file is the same command. */
  readonly key: readonly string[];
}

/** What a row asks for. */
export interface Asked {
  /** The row in a word: a slug, a handle, a subject. */
  readonly subject: string;
  readonly steps: readonly Step[];
  /** What it asks for is there already, by another command: its id. */
  readonly found?: string;
  readonly errors?: readonly RowError[];
  /** Compares the reply with what the row states beside the command; a difference rejects the row. */
  readonly differs?: (reply: object) => RowError | undefined;
}

/** What a row's kind may ask: what the log knows, and for whom the importer may act. */
export interface Surroundings {
  readonly known: Known;
  /** Partners for which the importer may claim. */
  readonly ownPartners: readonly PartnerId[];
}

/** A kind of file: its columns, and the commands that a row becomes. */
export interface Kind {
  readonly name: KindName;
  readonly columns: readonly Column[];
  /** Columns that such files have and that nothing is kept of, and why. */
  readonly passedOver?: Readonly<Record<string, string>>;
  /** Commands of which the importer must be allowed one. */
  readonly commands: readonly string[];
  /** Rows that belong together become one. */
  readonly join?: (rows: readonly ReadRow[]) => readonly ReadRow[];
  /** The column whose sum may be declared. */
  readonly sums?: string;
  ask(row: ReadRow, surroundings: Surroundings): Asked;
}

/** An error in a column of a row. */
export function errorIn(row: ReadRow, column: string, error: CellFault): RowError {
  return { column: row.called[column] ?? column, was: row.cells[column] ?? '', ...error };
}
