import type { Checkpoint } from '#platform/event-store/port/event-store';
import type { BuiltView } from '#platform/runtime/project/built-view';
import { CatchUp } from '#platform/runtime/project/catch-up';
import { Poison } from '#platform/runtime/project/poison';
import type { ProjectionSetup } from '#platform/runtime/project/projection-setup';
import { Signal } from '#platform/runtime/project/signal';
import { Waiters } from '#platform/runtime/project/waiters';
import type { Timers } from '#platform/runtime/timers';
import { SystemTimers } from '#platform/runtime/timers';

export interface RunnerStatus {
  readonly state: 'idle' | 'running' | 'retrying' | 'stopped';
  /** How far the view has read the log; −1 before the first event, or before the first look. */
  readonly sequence: number;
  /** The event at which it stopped, until a fixed release is started or the view rebuilt (G13). */
  readonly stopped?: { readonly sequence: number; readonly type: string; readonly message: string };
  /** What goes wrong at the moment, while it is being tried again. */
  readonly trouble?: string;
}

const POLL_MS = 5_000;
// Four polls of 5 s without a step are inside the 30 s of G14.
const SILENT_POLLS = 4;
const LONGEST_PAUSE_MS = 30_000;
/** A stop is bounded (G32): a read that hangs is left behind, and what it brings is thrown away. */
const STOP_MS = 10_000;

/** Keeps one view at the head of the log: catches up, sleeps until the log calls or the poll looks, catches up. */
export class ProjectionRunner {
  private readonly timers: Timers;
  private readonly waiters: Waiters;
  private readonly wake = new Signal();
  private readonly retry = new Signal();
  private checkpoint: Checkpoint | undefined;
  private poison: Poison | undefined;
  private trouble: string | undefined;
  /** Each loop has a number; one that finds another number here was given up and ends without a word. */
  private turn = 0;
  private loop: Promise<void> | undefined;
  private release: () => void = () => undefined;
  private isReading = false;
  private silentPolls = 0;
  private failures = 0;

  constructor(
    private readonly built: BuiltView,
    private readonly setup: ProjectionSetup,
  ) {
    this.timers = setup.timers ?? new SystemTimers();
    this.waiters = new Waiters(this.timers);
  }

  start(): void {
    if (this.loop !== undefined) return;
    const unsubscribe = this.setup.log.onAppended(() => this.wake.raise());
    const stopPolling = this.poll();
    this.release = () => {
      unsubscribe();
      stopPolling();
    };
    this.begin();
  }

  /** Ends after the batch in hand, in 10 s at most; whoever waits is told that it was in vain. */
  async stop(): Promise<void> {
    const { loop } = this;
    this.turn += 1;
    this.release();
    this.wake.raise();
    this.retry.raise();
    await Promise.race([loop, this.passed(STOP_MS)]);
    this.loop = this.checkpoint = this.poison = this.trouble = undefined;
    this.waiters.giveUp();
  }

  /** True as soon as the view reflects the log up to `sequence`; false after `timeoutMs`, or at once if it has stopped. */
  async caughtUp(sequence: number, timeoutMs: number): Promise<boolean> {
    if (this.checkpoint !== undefined && this.checkpoint.sequence >= sequence) return true;
    return this.poison === undefined && this.waiters.wait(sequence, timeoutMs);
  }

  status(): RunnerStatus {
    const sequence = this.checkpoint?.sequence ?? -1;
    if (this.poison !== undefined) {
      const { sequence: at, type, message } = this.poison;
      return { state: 'stopped', sequence, stopped: { sequence: at, type, message } };
    }
    if (this.trouble !== undefined) return { state: 'retrying', sequence, trouble: this.trouble };
    return { state: this.loop === undefined ? 'idle' : 'running', sequence };
  }

  private passed(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.timers.after(ms, resolve);
    });
  }

  private begin(): void {
    this.turn += 1;
    this.silentPolls = 0;
    this.loop = this.run(this.turn);
  }

  private async run(turn: number): Promise<void> {
    const isCurrent = () => turn === this.turn;
    const catchUp = new CatchUp(this.built, this.setup, { isCurrent, moved: (to) => this.moved(to) });
    while (isCurrent()) {
      try {
        this.isReading = true;
        const read = await catchUp.read();
        if (!isCurrent()) return;
        this.succeeded();
        if (read === 'end') await this.wake.wait();
      } catch (error) {
        if (!isCurrent()) return;
        this.isReading = false;
        if (error instanceof Poison) {
          this.stopAt(error);
          return;
        }
        await this.pauseAfter(error);
      }
    }
  }

  private moved(to: Checkpoint): void {
    this.checkpoint = to;
    this.silentPolls = 0;
    this.waiters.reached(to.sequence);
  }

  private succeeded(): void {
    this.isReading = false;
    this.trouble = undefined;
    this.failures = 0;
    this.silentPolls = 0;
  }

  private stopAt(poison: Poison): void {
    this.poison = poison;
    this.waiters.giveUp();
  }

  /** The store or the log is out of reach: nothing is lost, it is tried again, ever more slowly and not in step. */
  private async pauseAfter(error: unknown): Promise<void> {
    this.trouble = error instanceof Error ? error.message : String(error);
    const longestMs = Math.min(LONGEST_PAUSE_MS, 100 * 2 ** this.failures);
    this.failures += 1;
    const { random = Math.random } = this.setup;
    const callOff = this.timers.after(longestMs * (0.5 + random() / 2), () => this.retry.raise());
    await this.retry.wait();
    callOff();
  }

  /** Looks at the log although nobody called; a read that hangs in silence is given up and begun anew (G14). */
  private poll(): () => void {
    const { pollMs = POLL_MS } = this.setup;
    const tick = (): void => {
      callOff = this.timers.after(pollMs, tick);
      if (this.isReading) this.silentPolls += 1;
      if (this.silentPolls < SILENT_POLLS) {
        this.wake.raise();
        return;
      }
      this.trouble = 'no answer from the log or the view store';
      this.begin();
    };
    let callOff = this.timers.after(pollMs, tick);
    return () => callOff();
  }
}
