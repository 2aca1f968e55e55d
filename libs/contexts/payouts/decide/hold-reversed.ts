import type { HoldReversed } from '#contexts/payouts/commands/hold-reversed';
import { holdsOf } from '#contexts/payouts/decide/hindrance';
import type { PayeeFacts } from '#contexts/payouts/decide/payee-facts';
import { payeeFacts, payeeOf } from '#contexts/payouts/decide/payee-facts';
import type { Payable, PayoutsState } from '#contexts/payouts/decide/state';
import { HoldsChanged } from '#contexts/payouts/events/holds-changed';
import type { Answer } from '#kernel/decider/answer';
import { accepted, notNow } from '#kernel/decider/answer';
import type { Circumstances, Sources } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';

/** The payables of a claim or of an award. */
const madeBy = ({ claimId, awardId }: HoldReversed, { payables }: Readonly<PayoutsState>): readonly Payable[] =>
  [...payables.values()].filter(({ standing: { source } }) =>
    source.kind === 'claim' ? source.claimId === claimId : source.awardId === awardId,
  );

export const reversalFacts = (
  command: HoldReversed,
  state: Readonly<PayoutsState>,
  circumstances: Circumstances,
  sources: Sources,
): PayeeFacts => payeeFacts(madeBy(command, state), circumstances, sources);

/**
 * Marks what is owed, or has been paid, by a decision that was taken back, in whole or in part: nothing of it leaves any
 * more. Total: the reaction that made the payable asks this too, so it is there.
 */
export function holdReversed(
  command: HoldReversed,
  state: Readonly<PayoutsState>,
  facts: PayeeFacts,
): Answer<NewEventOf<typeof HoldsChanged>> {
  const payable = madeBy(command, state).at(-1);
  if (payable === undefined) return notNow('PAYABLE_UNKNOWN', 'Nothing that is owed rests on it.');
  const { partnerId, payableId } = payable.standing;
  const holds = holdsOf({ ...payable, reversed: true }, payeeOf(facts, payable));
  return accepted(HoldsChanged({ partnerId, payableIds: [payableId], holds }));
}
