import { assert, present } from '#kernel/assert/assert';
import type { Instant } from '#kernel/time/instant';
import type { Network } from '#platform/profiles/network';
import { batchesOf, isFollowed } from './batches';
import { bodyHashOf, issue, misfortune, recalling } from './issue';
import { plusMs } from './moments';
import { commandIdOf } from './names';
import { Recorded } from './recorded';
import type { SimulatedClock } from './simulated-clock';
import type { Ask, Settle, Step } from './step';

/** How long after an approval its payable stands, and after others what follows from them. Steps lie a second apart or more. */
const REACTION_MS = 200;
/** Files stored together, ahead of the steps that name them: each waits for the disk, so several wait at once. */
const FILES_AHEAD = 64;
const FILES_AT_ONCE = 8;

/**
 * Takes steps on a network whose reactions wait to be called. A batch is finished, what follows from it included, before
 * the clock moves on: so the log of a run that was killed is the beginning of the log of a run that was not, and taking
 * the same steps again goes on where it ended.
 */
export class Simulation {
  private readonly refused = new Set<string>();

  private constructor(
    private readonly network: Network,
    private readonly clock: SimulatedClock,
    private readonly recorded: Recorded,
  ) {}

  static async on(network: Network, clock: SimulatedClock): Promise<Simulation> {
    return new Simulation(network, clock, await Recorded.in(network));
  }

  /** Takes steps in the order of their time. `took` is told how many are taken. */
  async take(steps: readonly Step[], took: (count: number) => void = () => undefined): Promise<void> {
    const files = this.filesAhead(steps);
    let count = 0;
    for (const batch of batchesOf(steps)) {
      await this.passTo(present(batch[0], 'the first step of a batch').at);
      await files(batch.flatMap((step) => step.files ?? []).length);
      await this.takeBatch(batch.filter(({ after }) => after === undefined || !this.refused.has(after)));
      took((count += batch.length));
    }
  }

  /** Lets time pass: what falls due before `at` is done at its own moment. */
  async passTo(at: Instant): Promise<void> {
    const { deadlines, reactions } = this.network;
    let next = await deadlines.nextAt();
    while (next !== undefined && next < at) {
      this.clock.moveTo(next);
      await deadlines.settle();
      await reactions.settle();
      const after = await deadlines.nextAt();
      if (after !== undefined && after <= next) throw new Error(`what fell due at ${next} was not recorded`);
      next = after;
    }
  }

  private async takeBatch(batch: readonly Step[]): Promise<void> {
    const [first] = batch;
    if (first?.settle !== undefined) return this.takeSettled(first, first.settle);
    const fresh = batch.flatMap(({ at, asks }) => asks.filter((ask) => !this.isDone(ask)).map((ask) => ({ at, ask })));
    if (fresh.length > 0) this.clock.runThrough(fresh.map(({ at }) => at));
    await Promise.all(fresh.map(({ at, ask }) => this.give(ask, at)));
    const last = batch.at(-1);
    if (last !== undefined && isFollowed(last)) await this.letFollow(last);
  }

  /** A step of which an earlier run that came further has left nothing was nobody's then, and is nobody's now. */
  private async takeSettled(step: Step, settle: Settle): Promise<void> {
    const { at, asks } = step;
    const ask = present(asks[0], 'the ask of a step');
    const known = this.recorded.find(commandIdOf(ask.name));
    const passed = this.recorded.until !== null && at <= this.recorded.until;
    if (known !== undefined) this.note(ask, known.refused);
    if (known === undefined && passed) return;
    if (known === undefined) {
      this.clock.moveTo(at);
      const desk = { keep: (bytes: Uint8Array) => this.network.blobs.put(bytes), recall: recalling(this.network, at) };
      const settled = await settle(ask, (one) => issue(this.network, one, at, true), desk);
      if (settled === undefined) {
        this.note(ask, true);
        return;
      }
      await this.give(settled, at);
    }
    if (isFollowed(step)) await this.letFollow(step);
  }

  /** Whether an earlier run has done it. */
  private isDone(ask: Ask): boolean {
    const known = this.recorded.find(commandIdOf(ask.name));
    if (known === undefined) return false;
    assert(known.bodyHash === bodyHashOf(ask), 'this store was begun by another release of the demo; empty it first', {
      command: ask.name,
    });
    this.note(ask, known.refused);
    return true;
  }

  private async give(ask: Ask, at: Instant): Promise<void> {
    const outcome = await issue(this.network, ask, at);
    // A "not now" would leave nothing behind, and could turn into a yes when the run is taken up again.
    if (outcome.kind !== 'recorded') throw new Error(misfortune(ask, outcome));
    this.note(ask, outcome.refused);
  }

  private note({ name }: Ask, refused: boolean): void {
    if (refused) this.refused.add(name);
  }

  /** In a stretch that an earlier run has finished, everything has followed: what it left open belongs to its end. */
  private async letFollow({ at }: Step): Promise<void> {
    const moment = plusMs(at, REACTION_MS);
    if (this.recorded.until !== null && moment < this.recorded.until) return;
    this.clock.moveTo(moment);
    await this.network.reactions.settle();
  }

  /** Stores files somewhat ahead; the function returned waits until the next `count` of them are stored. */
  private filesAhead(steps: readonly Step[]): (count: number) => Promise<void> {
    const isFresh = ({ asks, settle }: Step): boolean => settle === undefined && !asks.every((ask) => this.isDone(ask));
    const files = steps.flatMap((step) => (step.files ?? []).map((bytes) => ({ bytes, isFresh: isFresh(step) })));
    let needed = 0;
    let stored = 0;
    return async (count) => {
      needed += count;
      while (stored < needed) {
        const next = files.slice(stored, stored + FILES_AHEAD).filter((file) => file.isFresh);
        for (let start = 0; start < next.length; start += FILES_AT_ONCE) {
          await Promise.all(next.slice(start, start + FILES_AT_ONCE).map(({ bytes }) => this.network.blobs.put(bytes)));
        }
        stored += FILES_AHEAD;
      }
    };
  }
}
