/** What went wrong in SQLite, as far as anybody acts on the difference. */
export type FailureKind = 'full' | 'io' | 'corrupt' | 'busy' | 'unreachable' | 'other';

export interface Failure {
  readonly kind: FailureKind;
  readonly why: string;
}

// https://www.sqlite.org/rescode.html: the primary code is the low byte of the extended one.
const PRIMARY: Readonly<Record<number, FailureKind>> = {
  5: 'busy',
  8: 'unreachable',
  10: 'io',
  11: 'corrupt',
  13: 'full',
  14: 'unreachable',
  26: 'corrupt',
};
const NAMED: readonly (readonly [prefix: string, kind: FailureKind])[] = [
  // The shared index of the WAL could not grow: a full disk, met after the log itself may have been written. It is
  // neither "nothing written" nor a dying disk, so it stays unknown.
  ['SQLITE_IOERR_SHM', 'other'],
  ['SQLITE_IOERR', 'io'],
  ['SQLITE_FULL', 'full'],
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_CORRUPT', 'corrupt'],
  ['SQLITE_NOTADB', 'corrupt'],
  ['SQLITE_READONLY', 'unreachable'],
  ['SQLITE_CANTOPEN', 'unreachable'],
];
// SQLITE_IOERR_SHMOPEN, SHMSIZE, SHMLOCK and SHMMAP.
const SHARED_MEMORY = new Set([18, 19, 20, 21].map((detail) => 10 | (detail << 8)));

/** Reads an error of either driver: better-sqlite3 names the code, node:sqlite numbers it. */
export function failureOf(error: unknown): Failure {
  const { code, errcode } = error as { code?: string; errcode?: number };
  const why = `${error instanceof Error ? error.message : String(error)} (${errcode ?? code ?? 'no code'})`;
  if (errcode !== undefined) return { kind: kindOfNumber(errcode), why };
  return { kind: NAMED.find(([prefix]) => code?.startsWith(prefix))?.[1] ?? 'other', why };
}

function kindOfNumber(errcode: number): FailureKind {
  return SHARED_MEMORY.has(errcode) ? 'other' : (PRIMARY[errcode & 0xff] ?? 'other');
}
