/** How long and how large a run is, and where it leaves its files. */
export interface Setting {
  /** Removed at the end. */
  readonly directory: string;
  /** Of one measurement in one round. */
  readonly ms: number;
  readonly rounds: number;
  /** Events in the large store. */
  readonly events: number;
  /** Sections to run, by name; empty for all. */
  readonly only: readonly string[];
  say(line: string): void;
}

/** Commands in flight, and connections over HTTP: a full batch of a mailbox. */
export const IN_FLIGHT = 64;
