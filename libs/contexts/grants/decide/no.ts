import type { PartnerFacts } from '#contexts/grants/decide/facts';
import { GrantActRefused } from '#contexts/grants/events/grant-act-refused';
import type { PartnerStanding } from '#contexts/grants/facts/partner-standing';
import { worksFor } from '#contexts/grants/facts/partner-standing';
import type { Answer, Refusal } from '#kernel/decider/answer';
import { notNow, refused } from '#kernel/decider/answer';
import type { NewEventOf } from '#kernel/decider/event';
import type { PartnerId, PersonId } from '#kernel/ids/entity-id';
import type { PlainDate } from '#kernel/time/plain-date';

/** What an act was about, for the record of its refusal. */
export interface About {
  readonly act: string;
  readonly about: string;
  readonly partnerId: PartnerId | null;
}

/** A recorded no to an act. */
export function actRefused({ act, about, partnerId }: About, no: Refusal): Answer<NewEventOf<typeof GrantActRefused>> {
  return refused(GrantActRefused({ ...no, act, about, partnerId }));
}

export const unruled = notNow('POLICY_MISSING', 'No grants policy is published yet.');

export const refusal = (
  because: string,
  detail: string,
  figures: Refusal['figures'],
  wouldPass?: Refusal['figures'],
): Refusal => ({ because, detail, figures, ...(wouldPass === undefined ? {} : { wouldPass }) });

/** The refusal when one of `people` already holds another duty on the money. */
export function clashWith(people: readonly PersonId[], held: Iterable<PersonId>, act: string): Refusal | undefined {
  const holders = new Set(held);
  const person = people.find((one) => holders.has(one));
  if (person === undefined) return undefined;
  return refusal('SOD', 'You already held another duty on this money, so somebody else must do this.', { person, act });
}

/** The refusal when one of `people` works for the partner whose money it is (domain.md section 2). */
export function ownPartner(
  people: readonly PersonId[],
  partner: Readonly<PartnerStanding>,
  today: PlainDate,
  act: string,
): Refusal | undefined {
  const person = people.find((one) => worksFor(partner, one, today));
  if (person === undefined) return undefined;
  return refusal('SOD', 'Nobody decides on a grant of their own partner.', { person, act });
}

/** Both: an act of the network on a partner's money, by people who neither work for it nor hold one of `held`. */
export function clashOfDuties(
  people: readonly PersonId[],
  { partner, partnerToday }: PartnerFacts,
  held: Iterable<PersonId>,
  act: string,
): Refusal | undefined {
  return ownPartner(people, partner, partnerToday, act) ?? clashWith(people, held, act);
}
