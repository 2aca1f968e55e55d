import type { ReviewHolds } from '#contexts/payouts/commands/review-holds';
import { holdsOf } from '#contexts/payouts/decide/hindrance';
import type { Payable, PayoutsState } from '#contexts/payouts/decide/state';
import { HoldsChanged } from '#contexts/payouts/events/holds-changed';
import type { PayableHold } from '#contexts/payouts/events/payable-created';
import { holdsAt, partnerStream, payeeStanding } from '#contexts/payouts/facts/payee-standing';
import type { Answer } from '#kernel/decider/answer';
import { notNow } from '#kernel/decider/answer';
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

/** Decides which payables of a partner are now held otherwise than before. What is paid is held by nothing any more. */
export function reviewHolds(
  { partnerId }: ReviewHolds,
  { payables }: Readonly<PayoutsState>,
  facts: HoldFacts,
): Answer<NewEventOf<typeof HoldsChanged>> {
  const moved = [...payables.values()].filter(
    (one) => one.standing.partnerId === partnerId && one.status !== 'paid' && !same(one.holds, holdsOf(one, facts)),
  );
  const [first, ...others] = [false, true].flatMap((reversed) => change(moved, reversed, partnerId, facts));
  if (first !== undefined) return { kind: 'accepted', events: [first, ...others] };
  return notNow('NOTHING_CHANGED', 'No payable of the partner is held otherwise than before.', { partnerId });
}

/** Those whose decision stands are held by the payee alone, those whose decision was taken back by that as well. */
function change(
  moved: readonly Payable[],
  reversed: boolean,
  partnerId: PartnerId,
  facts: HoldFacts,
): readonly NewEventOf<typeof HoldsChanged>[] {
  const own = moved.filter((one) => one.reversed === reversed);
  const [first] = own;
  if (first === undefined) return [];
  const payableIds = own.map(({ standing }) => standing.payableId);
  return [HoldsChanged({ partnerId, payableIds, holds: holdsOf(first, facts) })];
}

/** Holds always stand in one order. */
const same = (a: readonly PayableHold[], b: readonly PayableHold[]): boolean => a.join() === b.join();
