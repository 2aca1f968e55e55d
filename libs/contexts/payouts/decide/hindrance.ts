import type { PayeeAt } from '#contexts/payouts/decide/payee-facts';
import type { Payable } from '#contexts/payouts/decide/state';
import type { PayableHold } from '#contexts/payouts/events/payable-created';
import type { LeftOut, LeftOutReason, PaidTo } from '#contexts/payouts/events/payment';
import type { PersonId } from '#kernel/ids/entity-id';

interface Hindrance {
  readonly because: LeftOutReason;
  readonly detail: string;
}
type Look = (payable: Payable, payee: PayeeAt, people: readonly PersonId[]) => Hindrance | undefined;

/** Why a payable is not put into a new batch by these people; undefined where nothing is against it. First reason wins. */
export function hindrance(payable: Payable, payee: PayeeAt, people: readonly PersonId[]): Hindrance | undefined {
  for (const look of [isPaid, isOnItsWay, cameBack, isHeld, clashes]) {
    const found = look(payable, payee, people);
    if (found !== undefined) return found;
  }
  return undefined;
}

const isPaid: Look = ({ status, batchId }) =>
  status === 'paid' ? { because: 'paid', detail: batchId ?? '' } : undefined;

const isOnItsWay: Look = ({ status, batchId }) =>
  ['in-batch', 'exported', 'unknown'].includes(status) ? { because: 'in-batch', detail: batchId ?? '' } : undefined;

/** The bank sent it back: somebody says first that it is to be paid again. */
const cameBack: Look = ({ status, batchId }) =>
  status === 'returned' ? { because: 'returned', detail: batchId ?? '' } : undefined;

const isHeld: Look = (payable, payee) => {
  const holds = holdsOf(payable, payee);
  return holds.length === 0 ? undefined : { because: 'held', detail: holds.join(' ') };
};

const clashes: Look = (payable, payee, people) => {
  const person = clashing(payable, payee.account, payee.staff, people);
  return person === undefined ? undefined : { because: 'duties', detail: person };
};

/** All that keeps a payable from being paid at the moment of the command. */
export const holdsOf = ({ reversed }: Payable, { holds }: Pick<PayeeAt, 'holds'>): readonly PayableHold[] =>
  reversed ? [...holds, 'decision-reversed'] : holds;

/** Why a payment cannot go on in its batch: something holds it now, or it would go to another account than was prepared. */
export function hindranceNow(payable: Payable, payee: PayeeAt, account: PaidTo): Hindrance | undefined {
  const held = isHeld(payable, payee, []);
  if (held !== undefined) return held;
  if (payee.account !== null && isSame(payee.account, account)) return undefined;
  return { because: 'account-changed', detail: payee.account?.sha256 ?? '' };
}

/** The same details by other people are another account: their duties came with it. */
const isSame = (a: PaidTo, b: PaidTo): boolean => a.sha256 === b.sha256 && a.changedBy.join() === b.changedBy.join();

/** Whoever of these people holds another duty on the money, changed where it goes, or works where it goes. */
export function clashing(
  { standing }: Payable,
  account: PaidTo | null,
  staff: readonly PersonId[],
  people: readonly PersonId[],
): PersonId | undefined {
  const { submitted, verified, approved } = standing.duties;
  const holders = new Set([...submitted, ...verified, ...approved, ...(account?.changedBy ?? []), ...staff]);
  return people.find((person) => holders.has(person));
}

export const leftOut = ({ standing }: Payable, { because, detail }: Hindrance): LeftOut => ({
  payableId: standing.payableId,
  partnerId: standing.partnerId,
  amountCents: standing.amountCents,
  because,
  detail,
});
