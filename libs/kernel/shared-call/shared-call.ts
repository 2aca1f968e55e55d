/**
 * A question that many ask at once. Whoever asks while it is being answered shares the next answer, not this one: it may
 * have been found before what the asker already knows.
 */
export class SharedCall<T> {
  private running: Promise<T> | undefined;
  private next: Promise<T> | undefined;

  constructor(private readonly call: () => Promise<T>) {}

  ask(): Promise<T> {
    if (this.running === undefined) return this.begin();
    return (this.next ??= this.running.then(nothing, nothing).then(() => {
      this.next = undefined;
      return this.begin();
    }));
  }

  private begin(): Promise<T> {
    const begun = this.call();
    this.running = begun;
    const ended = (): void => {
      if (this.running === begun) this.running = undefined;
    };
    begun.then(ended, ended);
    return begun;
  }
}

const nothing = (): void => undefined;
