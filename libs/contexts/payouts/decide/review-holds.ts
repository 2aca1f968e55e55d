import type { ReviewHolds } from '#contexts/payouts/commands/review-holds';
import type { PayoutsState } from '#contexts/payouts/decide/state';
import { HoldsChanged } from '#contexts/payouts/events/holds-changed';
import type { PayableHold } from '#contexts/payouts/events/payable-created';
import { holdsAt, partnerStream, payeeStanding } from '#contexts/payouts/facts/payee-standing';
import type { Answer } from '#kernel/decider/answer';
import { accepted, notNow } from '#kernel/decider/answer';
import type { Circumstances, Facts, Sources } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';
import type { PartnerId } from '#kernel/ids/entity-id';

/** What keeps the partner from being paid at the moment of the command. */
export interface HoldFacts extends Facts {
  readonly holds: readonly PayableHold[];
}

export function holdFacts(
  { partnerId }: { readonly partnerId: PartnerId },
  _state: Readonly<PayoutsState>,
  circumstances: Circumstances,
  { lookup }: Sources,
): HoldFacts {
  const payee = lookup.get(payeeStanding, partnerStream(partnerId));
  return { ...circumstances, holds: holdsAt(payee, circumstances.at) };
}

/** Decides which payables of a partner are now held otherwise than before. */
export function reviewHolds(
  { partnerId }: ReviewHolds,
  { payables }: Readonly<PayoutsState>,
  { holds }: HoldFacts,
): Answer<NewEventOf<typeof HoldsChanged>> {
  const payableIds = [...payables.values()]
    .filter(({ standing, holds: known }) => standing.partnerId === partnerId && !same(known, holds))
    .map(({ standing }) => standing.payableId);
  if (payableIds.length > 0) return accepted(HoldsChanged({ partnerId, payableIds, holds }));
  return notNow('NOTHING_CHANGED', 'No payable of the partner is held otherwise than before.', { partnerId });
}

/** Holds always stand in one order. */
const same = (a: readonly PayableHold[], b: readonly PayableHold[]): boolean => a.join() === b.join();
