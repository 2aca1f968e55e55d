import type { RoundStanding } from '#contexts/grants/events/round-standing';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { PersonId, ProposalId } from '#kernel/ids/entity-id';

/** A round takes no more proposals; review begins. */
export interface RoundClosedData {
  readonly round: RoundStanding;
  /** Closed by command before its deadline. */
  readonly early: boolean;
  /** Proposals that count, and those that nobody co-signed in time. */
  readonly submitted: number;
  readonly awaitingCosignature: readonly ProposalId[];
  readonly closedBy: readonly PersonId[];
}

export const RoundClosed = eventType<'RoundClosed', RoundClosedData>('RoundClosed', 1);
export type RoundClosed = EventOf<typeof RoundClosed>;
