import type { Reaction } from '#kernel/decider/reaction';
import type { ReactionMachine, ReactionStatus } from '#platform/runtime/react/reaction-runner';
import { ReactionRunner } from '#platform/runtime/react/reaction-runner';

/** How long a reaction that could not finish waits for its next try, and how often all look at the head by themselves. */
const LOOK_AGAIN_MS = 1_000;

/** All reactions: woken by appends, and by a clock of their own in case a wake was lost (G14). */
export class ReactionBoard {
  private readonly runners: readonly ReactionRunner[];
  private timer: NodeJS.Timeout | undefined;
  private unsubscribe: (() => void) | undefined;
  private working: Promise<void> | undefined;
  private again = false;

  constructor(
    reactions: readonly Reaction[],
    private readonly machine: ReactionMachine,
  ) {
    this.runners = reactions.map((reaction) => new ReactionRunner(reaction, machine));
  }

  start(): void {
    this.unsubscribe = this.machine.store.onAppended(() => void this.wake());
    this.timer = setInterval(() => void this.wake(), LOOK_AGAIN_MS);
    this.timer.unref();
    void this.wake();
  }

  /** Stops after the command in hand. */
  async stop(): Promise<void> {
    this.unsubscribe?.();
    clearInterval(this.timer);
    this.again = false;
    await this.working;
  }

  /** Runs until nothing is left to react to, events made by reactions included; for simulations and tests. */
  async settle(): Promise<void> {
    let before: number;
    do {
      before = (await this.machine.store.head()).sequence;
      await this.wake();
    } while ((await this.machine.store.head()).sequence !== before);
  }

  get statuses(): Readonly<Record<string, ReactionStatus>> {
    return Object.fromEntries(this.runners.map((runner) => [runner.reaction.name, runner.status]));
  }

  /** One round at a time; a wake during a round asks for one more. */
  private wake(): Promise<void> {
    this.again = true;
    this.working ??= this.work().finally(() => (this.working = undefined));
    return this.working;
  }

  private async work(): Promise<void> {
    while (this.again) {
      this.again = false;
      for (const runner of this.runners) await runner.readOn();
    }
  }
}
