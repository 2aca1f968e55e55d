import { InvariantBroken } from '#kernel/assert/assert';
import { readFailure } from '#platform/event-store/eventstoredb/failure';
import { AccessRights } from '#platform/event-store/eventstoredb/access-rights';
import { Guard } from '#platform/event-store/eventstoredb/stream-settings';
import { pause } from '#platform/event-store/eventstoredb/deadline';
import type { TailConnection } from '#platform/event-store/eventstoredb/head-watch';
import { HeadWatch } from '#platform/event-store/eventstoredb/head-watch';
import type { LogCount } from '#platform/event-store/eventstoredb/log-count';
import { positionOf } from '#platform/event-store/eventstoredb/log-count';
import { PositionWaiters } from '#platform/event-store/eventstoredb/position-waiters';
import { RecentEvents } from '#platform/event-store/port/recent-events';
import type { Patience } from '#platform/event-store/eventstoredb/settings';
import { isCounted } from '#platform/event-store/eventstoredb/wire-event';
import type { LogIndex } from '#platform/event-store/log-index/log-index';
import { StoreUnavailable } from '#platform/event-store/port/store-unavailable';
import type { AllStreamRecordedEvent, ReadPosition } from '@eventstore/db-client';
import { START } from '@eventstore/db-client';

export interface TailStatus {
  readonly state: 'following' | 'away' | 'stopped';
  /** What is wrong at the moment; absent when nothing is. */
  readonly trouble?: string;
  /** How often the subscription had to be taken up again. */
  readonly restarts: number;
}

export interface TailParts {
  readonly connection: TailConnection;
  readonly count: LogCount;
  readonly index: LogIndex;
  readonly patience: Patience;
  /** Told after events were counted. */
  readonly onCounted: () => void;
  /** Told once, when the count cannot go on: the process must end. */
  readonly onFatal: (why: string) => void;
}

const SHORTEST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1_000;
const RENEW_AFTER_FAILURES = 2;
// Read ahead of the count; each is an event.
const AHEAD = 256;
// A read of the server is a round trip, so it pays to have much at hand.
const EVENTS_IN_MEMORY = 8_192;

/**
 * The one live reader of `$all` in this process. It counts; everybody else asks it where the log stands. The client never
 * reconnects a subscription by itself, and one on a frozen server hangs in silence, so any end is a fault that is taken up
 * again from the last event seen, and the head is looked at apart (`HeadWatch`).
 */
export class Tail {
  readonly recent = new RecentEvents(EVENTS_IN_MEMORY);
  readonly rights = new AccessRights();
  private readonly waiters = new PositionWaiters();
  private readonly guard = new Guard();
  private readonly watch: HeadWatch;
  private position: number;
  private seen = 0;
  private restarts = -1;
  private state: TailStatus['state'] = 'away';
  private trouble: string | undefined;
  private fatal: Error | undefined;
  private callOff: (why: string) => void = () => undefined;
  private loop: Promise<void> = Promise.resolve();

  constructor(private readonly parts: TailParts) {
    const { cursor } = parts.count.checkpoint;
    this.position = cursor === '' ? -1 : Number(cursor);
    const { connection, patience } = parts;
    const progress = () => ({ position: this.position, seen: this.seen });
    const restart = (why: string): void => this.restart(why);
    const end = (why: string): void => this.endFor(new InvariantBroken(why));
    this.watch = new HeadWatch(connection, patience.headEveryMs, progress, restart, end);
  }

  start(): void {
    this.loop = this.follow();
    this.watch.start();
  }

  async stop(): Promise<void> {
    this.state = 'stopped';
    this.watch.stop();
    this.callOff('the store is closed');
    this.waiters.giveUp(new StoreUnavailable('the store is closed'));
    await this.loop;
  }

  /** The place of the last event seen, the server's own too; −1 before the first. */
  get place(): number {
    return this.position;
  }

  /** Resolves once everything up to `position` has been counted; rejects after `ms`. */
  async reached(position: number, ms: number = this.parts.patience.tailMs): Promise<void> {
    if (this.position >= position) return;
    if (this.state === 'stopped') throw this.fatal ?? new StoreUnavailable('the store is closed');
    await this.waiters.wait(position, ms);
  }

  status(): TailStatus {
    const trouble = this.trouble ?? this.guard.trouble() ?? this.watch.trouble();
    return { state: this.state, restarts: this.restarts, ...(trouble === undefined ? {} : { trouble }) };
  }

  private async follow(): Promise<void> {
    let failures = 0;
    while (this.state !== 'stopped') {
      const before = this.seen;
      try {
        this.restarts += 1;
        await this.subscribe();
        this.trouble = 'the subscription ended';
      } catch (error) {
        if (this.isOver()) return;
        const failure = readFailure(error);
        this.trouble = failure.message;
        if (!(failure instanceof StoreUnavailable)) {
          this.endFor(failure);
          return;
        }
      }
      this.state = this.isOver() ? 'stopped' : 'away';
      failures = this.seen > before ? 1 : failures + 1;
      if (failures % RENEW_AFTER_FAILURES === 0) this.parts.connection.renew();
      await this.rest(failures);
    }
  }

  private async subscribe(): Promise<void> {
    const { connection } = this.parts;
    const place = BigInt(Math.max(this.position, 0));
    const fromPosition: ReadPosition = this.position < 0 ? START : { commit: place, prepare: place };
    const options = { fromPosition, requiresLeader: true };
    const subscription = connection.current().subscribeToAll(options, { highWaterMark: AHEAD });
    this.callOff = (why) => connection.giveUp(subscription, why);
    // It may also fail when nobody iterates it any more.
    subscription.on('error', () => undefined);
    subscription.on('confirmation', () => this.confirmed());
    for await (const { event } of subscription) {
      if (this.isOver()) return;
      this.confirmed();
      if (event !== undefined) await this.take(event);
    }
  }

  private confirmed(): void {
    if (this.isOver()) return;
    this.state = 'following';
    this.trouble = undefined;
  }

  private async take(recorded: AllStreamRecordedEvent): Promise<void> {
    this.guard.look(recorded);
    this.rights.look(recorded);
    if (isCounted(recorded)) {
      const { logged, entry } = this.parts.count.take(recorded);
      this.recent.add(logged);
      if (entry !== undefined) await this.parts.index.put(entry);
      this.parts.onCounted();
    }
    this.position = positionOf(recorded);
    this.seen += 1;
    this.waiters.reached(this.position);
  }

  private restart(why: string): void {
    this.parts.connection.renew();
    this.callOff(why);
  }

  private endFor(error: Error): void {
    this.state = 'stopped';
    this.fatal = error;
    this.trouble = error.message;
    this.callOff(error.message);
    this.watch.stop();
    this.waiters.giveUp(error);
    this.parts.onFatal(error.message);
  }

  /** Another turn of the event loop may have set it. */
  private isOver(): boolean {
    return this.state === 'stopped';
  }

  /** Jittered, so that the processes of a cluster do not all come back in one moment. */
  private rest(failures: number): Promise<void> {
    const longest = Math.min(LONGEST_PAUSE_MS, SHORTEST_PAUSE_MS * 2 ** Math.min(failures, 10));
    return pause(longest * (0.5 + Math.random() / 2));
  }
}
