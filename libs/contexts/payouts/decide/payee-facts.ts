import type { Payable } from '#contexts/payouts/decide/state';
import type { PayableHold } from '#contexts/payouts/events/payable-created';
import type { PaidTo } from '#contexts/payouts/events/payment';
import { financeRole, personStream } from '#contexts/payouts/facts/finance-role';
import { holdsAt, partnerStream, payeeStanding, worksFor } from '#contexts/payouts/facts/payee-standing';
import { present } from '#kernel/assert/assert';
import type { Circumstances, Facts, Sources } from '#kernel/decider/decider';
import { actingPeople } from '#kernel/decider/decider';
import type { PartnerId, PersonId } from '#kernel/ids/entity-id';
import type { PlainDate } from '#kernel/time/plain-date';

/** A payee at the moment of a command. */
export interface PayeeAt {
  readonly slug: string;
  readonly name: string;
  readonly holds: readonly PayableHold[];
  readonly account: PaidTo | null;
  /** Those of the acting people who work there. */
  readonly staff: readonly PersonId[];
}

/** What a step of a batch knows beyond the ledger. */
export interface PayeeFacts extends Facts {
  readonly payees: ReadonlyMap<PartnerId, PayeeAt>;
  /** Whether everybody who acts is of finance by the roles' own streams. */
  readonly ofFinance: boolean;
  readonly today: PlainDate;
}

/** The payees of some payables, each looked up once and noted as read. */
export function payeeFacts(
  payables: Iterable<Payable>,
  circumstances: Circumstances,
  { lookup, calendar }: Sources,
): PayeeFacts {
  const people = actingPeople(circumstances);
  const payees = new Map<PartnerId, PayeeAt>();
  for (const { standing } of payables) {
    const { partnerId } = standing;
    if (payees.has(partnerId)) continue;
    const payee = lookup.get(payeeStanding, partnerStream(partnerId)) ?? payeeStanding.initial();
    const { slug, name, timeZone, account } = payee;
    const day = calendar.dateAt(circumstances.at, timeZone);
    payees.set(partnerId, {
      ...{ slug, name, holds: holdsAt(payee, circumstances.at) },
      account: account === null ? null : { sha256: account.sha256, changedBy: account.changedBy },
      staff: people.filter((person) => worksFor(payee, person, day)),
    });
  }
  const ofFinance = people.every((person) => lookup.get(financeRole, personStream(person))?.finance === true);
  // The bank's days are compared with this one: no zone of the network is ahead of it.
  return { ...circumstances, payees, ofFinance, today: calendar.dateAt(circumstances.at, 'UTC') };
}

/** The payee of a payable, which the facts were gathered for. */
export const payeeOf = ({ payees }: PayeeFacts, { standing }: Payable): PayeeAt =>
  present(payees.get(standing.partnerId), 'the payee of a payable');
