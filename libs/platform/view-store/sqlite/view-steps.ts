import type { Checkpoint } from '#platform/event-store/port/event-store';
import type { AnyView } from '#platform/view-store/port/view';

/** One view's changed documents and where it stands before and after them. */
export interface Step {
  readonly view: AnyView;
  readonly from: Checkpoint;
  readonly changes: ReadonlyMap<string, object | null>;
  readonly to: Checkpoint;
}

/** Writes steps in one transaction: for each, whether the view still stood at its `from`. */
type Write = (steps: readonly Step[]) => readonly boolean[];

interface Waiting {
  readonly step: Step;
  readonly done: (isApplied: boolean) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Steps that are ready at the same time share a transaction: each append to the log wakes every view and every reaction,
 * and two dozen transactions took as long as deciding the commands. They are written when the microtasks have run dry, so
 * when all that were woken have folded; waiting for another turn would keep whoever waits for a view that much longer.
 */
export class ViewSteps {
  private waiting: Waiting[] = [];

  constructor(private readonly write: Write) {}

  take(step: Step): Promise<boolean> {
    return new Promise((done, failed) => {
      if (this.waiting.length === 0) process.nextTick(() => this.drain());
      this.waiting.push({ step, done, failed });
    });
  }

  /** Writes what is waiting, now. */
  drain(): void {
    const { waiting } = this;
    this.waiting = [];
    if (waiting.length > 0) this.settle(waiting);
  }

  /** A document that no file can hold is the trouble of its own view alone: each then has a transaction for itself. */
  private settle(group: readonly Waiting[]): void {
    try {
      const applied = this.write(group.map(({ step }) => step));
      for (const [i, { done }] of group.entries()) done(applied[i] === true);
    } catch (error) {
      if (group.length > 1) for (const one of group) this.settle([one]);
      else for (const { failed } of group) failed(error);
    }
  }
}
