import type { EventMetadata } from '#kernel/decider/event';
import type { PersonId } from '#kernel/ids/entity-id';
import type { Requested } from '#kernel/requested/requested';
import type { Instant } from '#kernel/time/instant';
import type { Outcome } from '#platform/runtime/handle/outcome';

/** A command that somebody of the demo gives. */
export interface Ask {
  /** Unique and fixed: the command's id is made of it. */
  readonly name: string;
  readonly kind: string;
  readonly command: Requested;
  readonly by: PersonId | `service:${string}`;
  readonly role: string;
  /** Who asked for it, where another person confirmed it. */
  readonly onBehalfOf?: PersonId;
  readonly method: EventMetadata['authentication']['method'];
}

/** What is done at one moment. All asks of a step go to one stream, so that they are decided in the order given. */
export interface Step {
  readonly at: Instant;
  readonly asks: readonly Ask[];
  /** The claim that must have been accepted, or nobody takes this step. */
  readonly after?: string;
  /** Files that are stored before anything is asked. */
  readonly files?: readonly Uint8Array[];
  /** What of its one ask is known only when the time has come; settle.ts. */
  readonly settle?: Settle;
}

/** Decides an ask and stores nothing. */
export type TryOut = (ask: Ask) => Promise<Outcome>;

/** What lies on somebody's desk beside the trial. */
export interface Desk {
  /** Puts a file away. */
  readonly keep: (bytes: Uint8Array) => Promise<unknown>;
  /** What became of an earlier command, by its kind, its ask's name and what its address says. */
  readonly recall: (kind: string, name: string, addressed: object) => Promise<Outcome>;
}

/** The ask as it is given then; undefined where nobody gives it. */
export type Settle = (ask: Ask, tryOut: TryOut, desk: Desk) => Promise<Ask | undefined>;

/** A person's ask. The command's members are those of its class; what is undefined is left out. */
export function askOf<C extends Requested>(
  who: { readonly by: PersonId; readonly role: string },
  name: string,
  type: new () => C,
  members: Omit<C, never>,
): Ask {
  const command = Object.assign(new type(), members);
  return { name, kind: type.name, command, ...who, method: 'simulation' };
}
