/** The only source of "later". A spec brings its own and decides when that is. */
export abstract class Timers {
  /** Calls back once after `ms`; the returned function calls it off. */
  abstract after(ms: number, call: () => void): () => void;
}

/** Node's timers; none of them keeps the process alive on its own. */
export class SystemTimers extends Timers {
  after(ms: number, call: () => void): () => void {
    const timer = setTimeout(call, ms).unref();
    return () => clearTimeout(timer);
  }
}

let coming: Promise<void> | undefined;

/**
 * Lets HTTP and timers have their turn; awaiting alone would only drain promises. Whoever waits for the same turn goes on
 * in it together, before anything else happens: what they then append shares a commit.
 */
export function nextTurn(): Promise<void> {
  return (coming ??= new Promise((resolve) => {
    setImmediate(() => {
      coming = undefined;
      resolve();
    });
  }));
}
