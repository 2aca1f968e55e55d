import { present } from '#kernel/assert/assert';
import type { Reaction } from '#kernel/decider/reaction';
import type { Jobs } from '#platform/jobs/port/jobs';
import type { ReactionMachine, ReactionStatus } from '#platform/runtime/react/reaction-runner';
import { ReactionRunner } from '#platform/runtime/react/reaction-runner';
import type { AnyView } from '#platform/view-store/port/view';

const KIND = 'react';
/** How often all reactions look at the log by themselves, in case a wake was lost (G14). */
const LOOK_AGAIN_MS = 1_000;

/** All reactions, each a job: asked for by appends and by a clock, run again by the queue when it could not finish. */
export class ReactionBoard {
  private readonly runners: ReadonlyMap<string, ReactionRunner>;
  private timer: NodeJS.Timeout | undefined;
  private unsubscribe: (() => void) | undefined;

  constructor(
    reactions: readonly Reaction[],
    private readonly machine: ReactionMachine,
    private readonly jobs: Jobs,
  ) {
    this.runners = new Map(reactions.map((reaction) => [reaction.name, new ReactionRunner(reaction, machine)]));
    jobs.handle(KIND, async (id) => {
      const isDone = await present(this.runners.get(id), `the reaction ${id}`).readOn();
      return isDone ? 'done' : 'again';
    });
  }

  start(): void {
    this.unsubscribe = this.machine.store.onAppended(() => this.askAll());
    this.timer = setInterval(() => this.askAll(), LOOK_AGAIN_MS).unref();
    this.askAll();
  }

  /** Stops after the command in hand. */
  async stop(): Promise<void> {
    this.unsubscribe?.();
    clearInterval(this.timer);
    await this.jobs.close();
  }

  /** Runs until nothing is left to react to, events made by reactions included; for simulations and tests. */
  async settle(): Promise<void> {
    let before: number;
    do {
      before = (await this.machine.store.head()).sequence;
      this.askAll();
      await this.jobs.idle();
    } while ((await this.machine.store.head()).sequence !== before);
  }

  get statuses(): Readonly<Record<string, ReactionStatus>> {
    const troubles = this.jobs.troubles();
    return Object.fromEntries(
      [...this.runners].map(([name, { status }]) => {
        const why = troubles[`${KIND}/${name}`];
        return [name, why === undefined || status.state === 'stopped' ? status : { ...status, state: 'retrying', why }];
      }),
    );
  }

  /** Where the reactions keep their places in the view store. */
  get markers(): readonly AnyView[] {
    return [...this.runners.values()].map(({ marker }) => marker);
  }

  private askAll(): void {
    for (const id of this.runners.keys()) this.jobs.ask({ kind: KIND, id });
  }
}
