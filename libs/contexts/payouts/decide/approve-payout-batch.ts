import type { ApprovePayoutBatch } from '#contexts/payouts/commands/approve-payout-batch';
import { goingOn, holding, named, payablesOf, paymentIn } from '#contexts/payouts/decide/batch-act';
import { clashing } from '#contexts/payouts/decide/hindrance';
import { actRefused, clash, nothingToPay, notOfFinance, unless } from '#contexts/payouts/decide/no';
import type { PayeeFacts } from '#contexts/payouts/decide/payee-facts';
import { payeeOf } from '#contexts/payouts/decide/payee-facts';
import type { Batch, PayoutsState } from '#contexts/payouts/decide/state';
import type { PayoutActRefused } from '#contexts/payouts/events/payout-act-refused';
import { PayoutBatchApproved } from '#contexts/payouts/events/payout-batch-approved';
import type { Answer, Refusal } from '#kernel/decider/answer';
import { accepted, notFound } from '#kernel/decider/answer';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';
import type { PersonId } from '#kernel/ids/entity-id';

/**
 * Decides an approval: by somebody who neither prepared the batch nor holds any duty on any of its money. Payees are read
 * again: what has come to be held, or would go to another account, is left out, and the batch goes on.
 */
export function approvePayoutBatch(
  { batchId }: ApprovePayoutBatch,
  state: Readonly<PayoutsState>,
  facts: PayeeFacts,
): Answer<NewEventOf<typeof PayoutBatchApproved> | NewEventOf<typeof PayoutActRefused>> {
  const batch = state.batches.get(batchId);
  if (batch === undefined) return notFound;
  const not = unless(named(batch), 'approve', ['prepared']);
  if (not !== undefined) return not;
  if (!facts.ofFinance) return notOfFinance;
  const people = actingPeople(facts);
  const no = ownWork(batch, people) ?? ownMoney(batch, state, facts, people);
  if (no !== undefined) return actRefused('ApprovePayoutBatch', batchId, no);
  const { payments, left } = goingOn(batch, state, facts);
  if (payments.length === 0) return nothingToPay({ leftOut: left.length });
  const after = { ...holding(batch.standing, payments), status: 'approved', approvedBy: people } as const;
  return accepted(PayoutBatchApproved({ batch: after, leftOut: left }));
}

function ownWork({ standing }: Batch, people: readonly PersonId[]): Refusal | undefined {
  const person = people.find((one) => standing.preparedBy.includes(one));
  return person === undefined ? undefined : clash(person, standing.batchId);
}

function ownMoney(
  batch: Batch,
  state: Readonly<PayoutsState>,
  facts: PayeeFacts,
  people: readonly PersonId[],
): Refusal | undefined {
  for (const payable of payablesOf(state, batch)) {
    const { account } = paymentIn(batch, payable.standing.payableId);
    const person = clashing(payable, account, payeeOf(facts, payable).staff, people);
    if (person !== undefined) return clash(person, payable.standing.payableId);
  }
  return undefined;
}
