import { AffiliationEnded } from '#contexts/partners/events/affiliation-ended';
import { PartnerExited } from '#contexts/partners/events/partner-exited';
import { PartnerOnboarded } from '#contexts/partners/events/partner-onboarded';
import { PartnerPaused } from '#contexts/partners/events/partner-paused';
import { PartnerReactivated } from '#contexts/partners/events/partner-reactivated';
import { PersonAffiliated } from '#contexts/partners/events/person-affiliated';
import { impossible, present } from '#kernel/assert/assert';
import type { FactFold } from '#kernel/decider/decider';
import type { PartnerId, PersonId } from '#kernel/ids/entity-id';
import type { PartnerRole } from '#kernel/roles/roles';
import type { Instant } from '#kernel/time/instant';
import type { PlainDate } from '#kernel/time/plain-date';

interface Affiliation {
  readonly role: PartnerRole;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
}

/** What a grant decision may know of a partner. */
export interface PartnerStanding {
  paused: boolean;
  /** From this moment on it has left; announced ahead, it stands as it stood until then. */
  leavesAt: Instant | null;
  timeZone: string;
  readonly people: Map<PersonId, Affiliation[]>;
}

type Read = PartnerOnboarded | PartnerPaused | PartnerReactivated | PartnerExited | PersonAffiliated | AffiliationEnded;

export const partnerStanding: FactFold<PartnerStanding> = {
  name: 'grants/partner-standing',
  prefix: 'partner-',
  types: [PartnerOnboarded, PartnerPaused, PartnerReactivated, PartnerExited, PersonAffiliated, AffiliationEnded],
  initial: () => ({ paused: false, leavesAt: null, timeZone: 'UTC', people: new Map() }),
  evolve(partner, recorded) {
    const event = recorded as Read;
    switch (event.type) {
      case 'PartnerOnboarded':
        return Object.assign(partner, { timeZone: event.data.timeZone });
      case 'PartnerPaused':
        return Object.assign(partner, { paused: true });
      case 'PartnerReactivated':
        return Object.assign(partner, { paused: false, leavesAt: null });
      case 'PartnerExited':
        return Object.assign(partner, { leavesAt: event.data.leavesAt });
      case 'PersonAffiliated': {
        const { personId, role, from, until } = event.data;
        partner.people.set(personId, [...(partner.people.get(personId) ?? []), { role, from, until }]);
        return partner;
      }
      case 'AffiliationEnded': {
        const { personId, role, from, until } = event.data;
        const spells = present(partner.people.get(personId), 'the affiliations of a person');
        const after = spells.map((one) => (one.role === role && one.from === from ? { role, from, until } : one));
        partner.people.set(personId, after);
        return partner;
      }
      default:
        return impossible(event, 'a partner event');
    }
  },
};

export const partnerStream = (partnerId: PartnerId): string => `partner-${partnerId}`;

/** Whether the partner has left the network: after its last day, where it is (domain.md section 9). */
export const hasLeft = ({ leavesAt }: Readonly<PartnerStanding>, at: Instant): boolean =>
  leavesAt !== null && leavesAt <= at;

/** How the partner stands at a moment. */
export function statusAt(partner: Readonly<PartnerStanding>, at: Instant): 'active' | 'paused' | 'exited' {
  if (hasLeft(partner, at)) return 'exited';
  return partner.paused ? 'paused' : 'active';
}

/** The roles in which a person works for the partner on a day. */
export function rolesAt(partner: Readonly<PartnerStanding>, personId: string, on: PlainDate): readonly PartnerRole[] {
  const affiliations = partner.people.get(personId as PersonId) ?? [];
  return affiliations
    .filter(({ from, until }) => from <= on && (until === null || on <= until))
    .map(({ role }) => role);
}

/** Whether a person works for the partner on a day, in any role: its recorded employer is then this partner. */
export const worksFor = (partner: Readonly<PartnerStanding>, personId: string, on: PlainDate): boolean =>
  rolesAt(partner, personId, on).length > 0;
