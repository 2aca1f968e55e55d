import { PayoutActRefused } from '#contexts/payouts/events/payout-act-refused';
import type { Answer, NotNow, Refusal } from '#kernel/decider/answer';
import { notNow, refused } from '#kernel/decider/answer';
import type { NewEventOf } from '#kernel/decider/event';
import type { PersonId } from '#kernel/ids/entity-id';

/** A recorded no to an act. */
export function actRefused(
  act: string,
  about: string | null,
  no: Refusal,
): Answer<NewEventOf<typeof PayoutActRefused>> {
  return refused(PayoutActRefused({ ...no, act, about }));
}

/** The refusal of somebody who holds another duty on the money. */
export const clash = (person: PersonId, about: string): Refusal => ({
  because: 'SOD',
  detail: `You already held another duty on ${about}, so somebody else must do this.`,
  figures: { person, about },
});

/** The answer where something does not stand where the act needs it. */
export function unless(
  standing: { readonly id: string; readonly status: string },
  act: string,
  allowed: readonly string[],
): NotNow | undefined {
  const { id, status } = standing;
  if (allowed.includes(status)) return undefined;
  const needed = allowed.join(' or ');
  return notNow('NOT_OPEN', `${id} is ${status}; to ${act} it, it must be ${needed}.`, { status, needed });
}

export const notOfFinance: NotNow = {
  ...notNow('FORBIDDEN', 'Only somebody who holds the role finance now does this.', { needs: 'finance' }),
  status: 403,
};

export const nothingToPay = (figures: NotNow['figures']): NotNow =>
  notNow('NOTHING_TO_PAY', 'None of the payables can be paid now.', figures);
