/** What a run's exit code says (interface.md section 2). */
export const EXIT = {
  fine: 0,
  /** It ran and found something: a mismatch, a rejected row. */
  finding: 1,
  usage: 2,
  /** It could not run: I/O, a lock, something unreachable. */
  couldNotRun: 3,
  interrupted: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Asked for in a way that cannot be: the words say how it can. */
export class UsageError extends Error {}

/** Asked for properly, and this is why it cannot be done here and now. */
export class CouldNotRun extends Error {}
