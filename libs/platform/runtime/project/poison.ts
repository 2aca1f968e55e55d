import type { LoggedEvent } from '#platform/event-store/port/event-store';

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
