import type { Checkpoint, LoggedEvent } from '#platform/event-store/port/event-store';

/** An event that a projection cannot take: it stops there, and nobody passes it by (G13). */
export class Poison extends Error {
  readonly sequence: number;
  readonly type: string;

  constructor({ event }: LoggedEvent, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'Poison';
    this.sequence = event.sequence;
    this.type = event.type;
  }
}

/** What a batch comes to: the changed documents, how far they reach, and the event that stopped it, if one did. */
export interface FoldedBatch {
  readonly changes: ReadonlyMap<string, object | null>;
  readonly to: Checkpoint;
  readonly poison?: Poison;
}
