import type { CapMove, ClaimStanding } from '#contexts/incentives/events/claim-standing';
import type { EventOf } from '#kernel/decider/event';
import { eventType } from '#kernel/decider/event';
import type { ClaimId, PersonId } from '#kernel/ids/entity-id';

/** Staff decided which of several claims on one outcome stands. The denials of the others stand before it in the same command. */
export interface ContestResolvedData {
  /** The claim that stands; one that was contested reserves now, from its own partner's headroom. */
  readonly claim: ClaimStanding;
  readonly standing: 'first' | 'second';
  readonly cap: CapMove;
  /** Claims that it no longer stands against and that no denial of this command named. */
  readonly rivals: readonly ClaimId[];
  readonly resolvedBy: readonly PersonId[];
  readonly reason: string;
}

export const ContestResolved = eventType<'ContestResolved', ContestResolvedData>('ContestResolved', 1);
export type ContestResolved = EventOf<typeof ContestResolved>;
