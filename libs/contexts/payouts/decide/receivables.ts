import type { CreateReceivable } from '#contexts/payouts/commands/create-receivable';
import type { RepayReceivable } from '#contexts/payouts/commands/repay-receivable';
import { actRefused, clash } from '#contexts/payouts/decide/no';
import type { DayFacts } from '#contexts/payouts/decide/resolve-payment';
import type { PayoutsState } from '#contexts/payouts/decide/state';
import type { PayoutActRefused } from '#contexts/payouts/events/payout-act-refused';
import { ReceivableCreated } from '#contexts/payouts/events/receivable-created';
import { ReceivableRepaid } from '#contexts/payouts/events/receivable-repaid';
import type { ReceivableStanding } from '#contexts/payouts/events/receivable-standing';
import { receivableIdOf } from '#contexts/payouts/events/receivable-standing';
import type { Answer, NotNow, Refusal } from '#kernel/decider/answer';
import { accepted, notFound, notNow } from '#kernel/decider/answer';
import type { Circumstances } from '#kernel/decider/decider';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';
import { add, dollars, subtract, ZERO } from '#kernel/money/cents';

/** Makes what a report left unspent receivable. Total, as `createPayable` is; a second command finds the first one's. */
export function createReceivable(
  { awardId, quarter, ...command }: CreateReceivable,
  { receivables }: Readonly<PayoutsState>,
  _facts: Circumstances,
): Answer<NewEventOf<typeof ReceivableCreated>> {
  const { decisionId, partnerId, programYear, amountCents, submitted } = command;
  const receivableId = receivableIdOf(decisionId);
  if (receivables.has(receivableId)) {
    return notNow('NOTHING_CHANGED', `${decisionId} is receivable as ${receivableId}.`, { decisionId, receivableId });
  }
  const receivable: ReceivableStanding = {
    ...{ receivableId, decisionId, fund: 'grants', source: { kind: 'award', awardId, quarter }, partnerId },
    ...{ programYear, amountCents, repaidCents: ZERO, openCents: amountCents, submitted },
  };
  return accepted(ReceivableCreated({ receivable }));
}

/** Records money that came back, up to what is open; only money that has been paid can come back. */
export function repayReceivable(
  command: RepayReceivable,
  state: Readonly<PayoutsState>,
  facts: DayFacts,
): Answer<NewEventOf<typeof ReceivableRepaid> | NewEventOf<typeof PayoutActRefused>> {
  const receivable = state.receivables.get(command.receivableId)?.standing;
  if (receivable === undefined) return notFound;
  const not = notYet(command, receivable, state, facts);
  if (not !== undefined) return not;
  const people = actingPeople(facts);
  const own = people.find((person) => receivable.submitted.includes(person));
  const no = own === undefined ? outOfBounds(command, receivable) : clash(own, receivable.receivableId);
  if (no !== undefined) return actRefused('RepayReceivable', receivable.receivableId, no);
  const { repaidCents, receivedOn, note } = command;
  const after: ReceivableStanding = {
    ...receivable,
    repaidCents: add(receivable.repaidCents, repaidCents),
    openCents: subtract(receivable.openCents, repaidCents),
  };
  const words = note === undefined ? {} : { note };
  return accepted(ReceivableRepaid({ receivable: after, repaidCents, receivedOn, ...words, recordedBy: people }));
}

function notYet(
  { receivedOn }: RepayReceivable,
  { receivableId, openCents, source }: ReceivableStanding,
  { payables }: Readonly<PayoutsState>,
  { today }: DayFacts,
): NotNow | undefined {
  if (openCents === 0) return notNow('NOTHING_OWED', `${receivableId} is repaid.`);
  const paid = [...payables.values()].some(
    ({ standing, status }) => status === 'paid' && sameAward(standing.source, source),
  );
  if (!paid) return notNow('NOT_PAID', `Nothing has been paid yet of which ${receivableId} could come back.`);
  if (receivedOn <= today) return undefined;
  return notNow('PAID_IN_FUTURE', `It is ${today}; nothing can have arrived on ${receivedOn}.`, { on: receivedOn });
}

const sameAward = (a: ReceivableStanding['source'], b: ReceivableStanding['source']): boolean =>
  a.kind === 'award' && b.kind === 'award' && a.awardId === b.awardId;

function outOfBounds({ repaidCents }: RepayReceivable, { openCents }: ReceivableStanding): Refusal | undefined {
  if (repaidCents > 0 && repaidCents <= openCents) return undefined;
  const detail = `${dollars(openCents)} is owed back; ${dollars(repaidCents)} was to be recorded.`;
  const figures = { repaidCents, openCents };
  return { because: 'ABOVE_OWED', detail, figures, wouldPass: { repaidCents: openCents } };
}
