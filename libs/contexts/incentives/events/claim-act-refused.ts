import type { Refusal } from '#kernel/decider/answer';
import type { EventOf } from '#kernel/decider/event';
import { refusalType } from '#kernel/decider/event';
import type { ClaimId, PartnerId } from '#kernel/ids/entity-id';

/** An act on an existing claim that a rule forbade: a clash of duties, an amount outside the bounds, no headroom. */
export interface ClaimActRefusedData extends Refusal {
  readonly claimId: ClaimId;
  readonly partnerId: PartnerId;
  readonly act:
    | 'verify'
    | 'approve'
    | 'deny'
    | 'withdraw'
    | 'request-information'
    | 'resubmit'
    | 'appeal'
    | 'decide-appeal'
    | 'reverse'
    | 'resolve-contest';
}

export const ClaimActRefused = refusalType<'ClaimActRefused', ClaimActRefusedData>('ClaimActRefused', 1);
export type ClaimActRefused = EventOf<typeof ClaimActRefused>;
