import type { Refusal } from '#kernel/decider/answer';
import type { EventOf } from '#kernel/decider/event';
import { refusalType } from '#kernel/decider/event';
import type { PartnerId } from '#kernel/ids/entity-id';

/** An act on a pool, round, proposal or award that a rule forbade: a clash of duties, an amount or a date out of bounds. */
export interface GrantActRefusedData extends Refusal {
  /** The command: `ReviewProposal`. */
  readonly act: string;
  /** The year, quarter, proposal or award that it was about. */
  readonly about: string;
  readonly partnerId: PartnerId | null;
}

export const GrantActRefused = refusalType<'GrantActRefused', GrantActRefusedData>('GrantActRefused', 1);
export type GrantActRefused = EventOf<typeof GrantActRefused>;
