import type { AnyDecider } from '#kernel/decider/decider';
import type { NewEvent } from '#kernel/decider/event';
import type { BlobStore } from '#platform/blobs/port/blob-store';
import type { EventStore } from '#platform/event-store/port/event-store';
import type { Clock } from '#platform/runtime/clock';
import type { DeadlineStatus } from '#platform/runtime/deadlines/deadline-board';
import type { CommandRuntime } from '#platform/runtime/handle/command-runtime';
import type { ViewStatus } from '#platform/runtime/project/projection-board';
import type { ReactionStatus } from '#platform/runtime/react/reaction-runner';
import type { Directory } from './auth/directory';
import type { IsThere } from './ops/security-watch';

/** Waits until the views show what was just written (G10). */
export abstract class Waiter {
  /**
   * True once all views that `events` touch reflect the log up to `sequence`, where the last of them stands; false when
   * that takes longer than `timeoutMs`. The other views read the same before and after.
   */
  abstract reached(events: readonly NewEvent[], sequence: number, timeoutMs: number): Promise<boolean>;
}

/** Injects the network as a whole; its parts are injected by their own classes. */
export const NETWORK = Symbol('network');

/** What commands over HTTP need of the machine; a profile provides more, which the reads use. */
export interface Network {
  readonly store: EventStore;
  readonly commands: CommandRuntime;
  /** All deciders: replies are made by their specs. */
  readonly deciders: readonly AnyDecider[];
  readonly directory: Directory;
  readonly blobs: BlobStore;
  /** Salts what is put away; one that ends with the process where none is given. */
  readonly saltKey?: Buffer;
  readonly clock: Clock;
  readonly waiter: Waiter;
  /** For the security log; without it, a 404 is not told from another. */
  readonly isThere?: IsThere;
  readonly projections: { status(): Promise<readonly ViewStatus[]> };
  readonly reactions?: { readonly statuses: Readonly<Record<string, ReactionStatus>> };
  readonly deadlines?: { readonly statuses: Readonly<Record<string, DeadlineStatus>> };
  close(): Promise<void>;
}
