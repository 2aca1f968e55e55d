/**
 * The log cannot be reached, or did not answer in time: nothing is known to be wrong with what is asked, and the same
 * question may be asked again. A command that meets it is answered "unknown, same key safe" (G15), never as a bug.
 */
export class StoreUnavailable extends Error {
  constructor(why: string, options?: ErrorOptions) {
    super(why, options);
    this.name = 'StoreUnavailable';
  }
}
