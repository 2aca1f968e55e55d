import type { PreparePayoutBatch } from '#contexts/payouts/commands/prepare-payout-batch';
import { PAYMENTS_AT_MOST } from '#contexts/payouts/commands/prepare-payout-batch';
import { hindrance, leftOut } from '#contexts/payouts/decide/hindrance';
import { actRefused, clash, nothingToPay, notOfFinance } from '#contexts/payouts/decide/no';
import type { PayeeAt, PayeeFacts } from '#contexts/payouts/decide/payee-facts';
import { payeeFacts, payeeOf } from '#contexts/payouts/decide/payee-facts';
import type { Payable, PayoutsState } from '#contexts/payouts/decide/state';
import type { BatchStanding } from '#contexts/payouts/events/batch-standing';
import type { LeftOut, Payment } from '#contexts/payouts/events/payment';
import type { PayoutActRefused } from '#contexts/payouts/events/payout-act-refused';
import { PayoutBatchPrepared } from '#contexts/payouts/events/payout-batch-prepared';
import { present } from '#kernel/assert/assert';
import type { Answer } from '#kernel/decider/answer';
import { accepted, notNow } from '#kernel/decider/answer';
import type { Circumstances, Sources } from '#kernel/decider/decider';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';
import type { PersonId } from '#kernel/ids/entity-id';
import { entityId } from '#kernel/ids/entity-id';
import { sum, ZERO } from '#kernel/money/cents';

type Prepared = Answer<NewEventOf<typeof PayoutBatchPrepared> | NewEventOf<typeof PayoutActRefused>>;

/** For a new batch: the payees of all that it may hold. */
export const preparationFacts = (
  command: PreparePayoutBatch,
  state: Readonly<PayoutsState>,
  circumstances: Circumstances,
  sources: Sources,
): PayeeFacts => payeeFacts(asked(command, state), circumstances, sources);

/**
 * Puts payables together: those that are named, or all that are not on their way. What cannot be paid is left out with
 * the reason, and the batch goes on; where nothing is left because of who asks, that is a breach and is recorded.
 */
export function preparePayoutBatch(
  command: PreparePayoutBatch,
  state: Readonly<PayoutsState>,
  facts: PayeeFacts,
): Prepared {
  if (!facts.ofFinance) return notOfFinance;
  const unknown = command.payableIds?.find((id) => !state.payables.has(id));
  if (unknown !== undefined) {
    return notNow('PAYABLE_UNKNOWN', `There is no payable ${unknown}.`, { payableId: unknown });
  }
  const people = actingPeople(facts);
  const { payments, left } = sorted(asked(command, state), facts, people);
  if (payments.length > 0) return accepted(prepared(payments, left, people, facts));
  const own = left.find(({ because }) => because === 'duties');
  if (own === undefined || left.some(({ because }) => because !== 'duties')) return nothingToPay(counted(left));
  return actRefused('PreparePayoutBatch', null, clash(own.detail as PersonId, own.payableId));
}

/** Named payables, each once; or, in the order in which they came to be, all that no batch has and no bank has answered. */
function asked({ payableIds, fund }: PreparePayoutBatch, { payables }: Readonly<PayoutsState>): readonly Payable[] {
  const all =
    payableIds === undefined
      ? [...payables.values()].filter(({ status }) => status === 'open' || status === 'returned')
      : [...new Set(payableIds)].flatMap((id) => payables.get(id) ?? []);
  return all.filter(({ standing }) => fund === undefined || standing.fund === fund);
}

function sorted(
  payables: readonly Payable[],
  facts: PayeeFacts,
  people: readonly PersonId[],
): { readonly payments: readonly Payment[]; readonly left: readonly LeftOut[] } {
  const payments: Payment[] = [];
  const left: LeftOut[] = [];
  for (const payable of payables) {
    const payee = payeeOf(facts, payable);
    const against = hindrance(payable, payee, people);
    const full = payments.length >= PAYMENTS_AT_MOST;
    if (against !== undefined) left.push(leftOut(payable, against));
    else if (full) left.push(leftOut(payable, { because: 'batch-full', detail: String(PAYMENTS_AT_MOST) }));
    else payments.push(paymentOf(payable, payee));
  }
  return { payments, left };
}

function paymentOf({ standing, attempts }: Payable, { slug, name, account }: PayeeAt): Payment {
  const { payableId, decisionId, fund, source, partnerId } = standing;
  const { programYear, outcomeType, outcomeDate, amountCents } = standing;
  return {
    ...{ payableId, attempt: attempts + 1, decisionId, fund, source, partnerId, partner: { slug, name } },
    ...{ programYear, outcomeType, outcomeDate, amountCents },
    account: present(account, 'the account of a payable that nothing holds'),
  };
}

function prepared(
  payments: readonly Payment[],
  left: readonly LeftOut[],
  preparedBy: readonly PersonId[],
  { commandId }: PayeeFacts,
): NewEventOf<typeof PayoutBatchPrepared> {
  const batch: BatchStanding = {
    ...{ batchId: entityId('bat', commandId), status: 'prepared', payments: payments.length },
    totalCents: sum(payments.map(({ amountCents }) => amountCents)),
    ...{ preparedBy, approvedBy: [], file: null },
    ...{ settledCents: ZERO, returnedCents: ZERO, unknownCents: ZERO },
  };
  return PayoutBatchPrepared({ batch, payments, leftOut: left });
}

/** How many were left out for each reason. */
function counted(left: readonly LeftOut[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { because } of left) counts[because] = (counts[because] ?? 0) + 1;
  return counts;
}
