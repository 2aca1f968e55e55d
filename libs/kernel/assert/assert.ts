/**
 * A broken invariant: a bug or a corrupt history, never a user's mistake.
 * It stops what is going on (HTTP 500, projection stopped, health red) instead of spreading.
 */
export class InvariantBroken extends Error {
  constructor(
    message: string,
    readonly figures: Readonly<Record<string, unknown>> = {},
  ) {
    super(Object.keys(figures).length === 0 ? message : `${message} ${JSON.stringify(figures)}`);
    this.name = 'InvariantBroken';
  }
}

/** Stops when `condition` is false; `figures` are the values that a reader of the log line needs to see. */
export function assert(
  condition: boolean,
  message: string,
  figures?: Readonly<Record<string, unknown>>,
): asserts condition {
  if (!condition) throw new InvariantBroken(message, figures);
}

/** The value, which the caller knows to be there; stops with `what` when it is not. */
export function present<T>(value: T | null | undefined, what: string): T {
  assert(value !== null && value !== undefined, `${what} is missing`);
  return value;
}

/** Stops on a case that the types say cannot happen: the end of an exhaustive switch. */
export function impossible(value: never, what: string): never {
  throw new InvariantBroken(`${what} is not known here`, { value });
}
