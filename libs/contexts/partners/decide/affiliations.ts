import type { AffiliatePerson } from '#contexts/partners/commands/affiliate-person';
import type { EndAffiliation } from '#contexts/partners/commands/end-affiliation';
import type { Affiliation, PartnerState } from '#contexts/partners/decide/state';
import { overlap } from '#contexts/partners/decide/state';
import { AffiliationEnded } from '#contexts/partners/events/affiliation-ended';
import { PersonAffiliated } from '#contexts/partners/events/person-affiliated';
import { personStream, registeredPerson } from '#contexts/partners/facts/registered-person';
import type { Answer } from '#kernel/decider/answer';
import { accepted, notFound, notNow } from '#kernel/decider/answer';
import type { Circumstances, Facts, Sources } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';

export interface AffiliationFacts extends Facts {
  readonly personKnown: boolean;
}

export function affiliationFacts(
  { personId }: AffiliatePerson,
  _state: Readonly<PartnerState>,
  circumstances: Circumstances,
  { lookup }: Sources,
): AffiliationFacts {
  return { ...circumstances, personKnown: lookup.get(registeredPerson, personStream(personId)) !== undefined };
}

/**
 * Decides an affiliation: of a registered person, who does not hold the role on any of these days already. An exited
 * partner may still name people, for what it reached before stays claimable.
 */
export function affiliatePerson(
  command: AffiliatePerson,
  { partner }: Readonly<PartnerState>,
  { personKnown }: AffiliationFacts,
): Answer<NewEventOf<typeof PersonAffiliated>> {
  if (partner === null) return notFound;
  const { partnerId, personId, role, from } = command;
  const until = command.until ?? null;
  if (!personKnown) return notNow('PERSON_UNKNOWN', `${personId} is not registered.`, { personId });
  if (until !== null && until < from) {
    return notNow('ENDS_BEFORE_START', `The last day, ${until}, lies before the first, ${from}.`, { from, until });
  }
  const known = partner.affiliations.find((one) => holds(one, personId, role) && overlap(one, { from, until }));
  if (known !== undefined) {
    const detail = `${personId} is ${role} of this partner from ${known.from} ${known.until === null ? 'on' : `until ${known.until}`}.`;
    return notNow('ALREADY_AFFILIATED', detail, { role, from: known.from, until: known.until });
  }
  return accepted(PersonAffiliated({ partnerId, personId, role, from, until }));
}

/** Decides an end: of the affiliation that the person has on the last day named. */
export function endAffiliation(
  { partnerId, personId, role, until }: EndAffiliation,
  { partner }: Readonly<PartnerState>,
): Answer<NewEventOf<typeof AffiliationEnded>> {
  if (partner === null) return notFound;
  const day = { from: until, until };
  const known = partner.affiliations.find((one) => holds(one, personId, role) && overlap(one, day));
  if (known === undefined) {
    const detail = `${personId} is not ${role} of this partner on ${until}.`;
    return notNow('NOT_AFFILIATED', detail, { personId, role, until });
  }
  return accepted(AffiliationEnded({ partnerId, personId, role, from: known.from, until }));
}

const holds = (one: Affiliation, personId: string, role: string): boolean =>
  one.personId === personId && one.role === role;
