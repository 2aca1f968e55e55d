import type { ReceiveImport } from '#contexts/imports/commands/receive-import';
import type { Repair, RowError } from '#contexts/imports/kinds/kind';
import type { Uuid } from '#kernel/ids/uuid';
import type { Requested } from '#kernel/requested/requested';

/**
 * What becomes of a row: applied as it stands, applied after a repair that is told, there already, or not applied and why.
 */
export type Verdict = 'applied' | 'repaired' | 'already' | 'rejected';
export const VERDICTS: readonly Verdict[] = ['applied', 'repaired', 'already', 'rejected'];

/** A row of the file, and what becomes of it. */
export interface PlannedRow {
  /** Physical line on which it begins, from 1. */
  readonly line: number;
  readonly verdict: Verdict;
  /** The row in a word. */
  readonly subject: string;
  readonly repairs: readonly Repair[];
  readonly errors: readonly RowError[];
  /** Where it is there already: the line that says the same, or the id of what is there. */
  readonly sameAs?: string;
  /** What the command's caller would be told: the new state. */
  readonly reply?: object;
}

/** The plan of a file: what is told of it. The same before and after it is applied. */
export interface Plan {
  readonly kind: ReceiveImport['kind'];
  readonly mode: ReceiveImport['mode'];
  /** Of the file. */
  readonly sha256: string;
  readonly planHash: string;
  /** False when nothing will be applied: nothing is new, or a row is rejected and all have to pass. */
  readonly applies: boolean;
  readonly counts: Readonly<Record<'rows' | Verdict, number>>;
  /** Rejected rows by code; a row with two errors counts under both. */
  readonly rejectedBecause: Readonly<Record<string, number>>;
  /** What holds for the whole file. */
  readonly remarks: readonly string[];
  readonly rows: readonly PlannedRow[];
}

/** A command of an import, ready to be issued. */
export interface ReadyCommand {
  readonly line: number;
  readonly name: string;
  readonly commandId: Uuid;
  readonly role: string;
  /** A fresh one each time: a command carries the context of one try. */
  readonly make: () => Requested;
  readonly bodyHash: string;
  /** What its caller has to be told, or the plan does not hold; absent where nothing was planned. */
  readonly reply?: object;
}

/** A command that a row becomes. */
export interface PlannedCommand extends ReadyCommand {
  readonly reply: object;
}
