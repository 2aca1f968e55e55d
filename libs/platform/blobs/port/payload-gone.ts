/** The bytes were erased by an event of the log, and are not taken again. */
export class PayloadGone extends Error {
  constructor(readonly sha256: string) {
    super(`${sha256} was erased`);
    this.name = 'PayloadGone';
  }
}
