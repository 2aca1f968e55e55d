/** A bell with a memory of one ring: raised while nobody waits, it wakes the next who does. */
export class Signal {
  private raised = false;
  private resume: (() => void) | undefined;

  raise(): void {
    this.raised = true;
    this.resume?.();
  }

  /** Ends at the next ring, or at once after one that nobody has heard. One waiter at a time. */
  async wait(): Promise<void> {
    if (!this.raised) {
      await new Promise<void>((resolve) => {
        this.resume = resolve;
      });
    }
    this.raised = false;
    this.resume = undefined;
  }
}
