/** A job by name and id, and nothing else: its work is derived from the log again every time, so losing one loses nothing. */
export interface JobName {
  readonly kind: string;
  readonly id: string;
}

/** `again`: something was not known or not possible now; the job wants to be run once more after a pause. */
export type JobEnd = 'done' | 'again';

/**
 * Work that is asked for now and done soon, at least once. One contract suite (test/contracts/jobs) holds every adapter to
 * this text. Exactly once is not promised and not needed: what a job issues has an id that derives from its cause.
 */
export abstract class Jobs {
  /** Says how jobs of a kind are done. A run that throws is run again after a pause, like one that ends in `again`. */
  abstract handle(kind: string, work: (id: string) => Promise<JobEnd>): void;

  /**
   * Asks for a run that begins after this call. Of one job there is never more than one run at a time and one waiting,
   * however often it is asked for.
   */
  abstract ask(job: JobName): void;

  /** Resolves when nothing runs and nothing waits but pauses: for simulations, which say when time passes. */
  abstract idle(): Promise<void>;

  /** What goes wrong at the moment, by job (`kind/id`); empty when all is well. */
  abstract troubles(): Readonly<Record<string, string>>;

  /** Takes no more work; resolves when the run in hand has ended. */
  abstract close(): Promise<void>;
}
