import { AffiliationEnded } from '#contexts/partners/events/affiliation-ended';
import { PartnerExited } from '#contexts/partners/events/partner-exited';
import { PartnerOnboarded } from '#contexts/partners/events/partner-onboarded';
import { PartnerPaused } from '#contexts/partners/events/partner-paused';
import { PartnerReactivated } from '#contexts/partners/events/partner-reactivated';
import { PersonAffiliated } from '#contexts/partners/events/person-affiliated';
import { TerritoryDefined } from '#contexts/partners/events/territory-defined';
import { impossible, present } from '#kernel/assert/assert';
import type { FactFold } from '#kernel/decider/decider';
import type { PartnerId, PersonId } from '#kernel/ids/entity-id';
import type { PartnerRole } from '#kernel/roles/roles';
import { latestFrom } from '#kernel/time/in-force';
import type { PlainDate } from '#kernel/time/plain-date';

interface Affiliation {
  readonly role: PartnerRole;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
}

/** What an incentive decision may know of a partner. */
export interface PartnerStanding {
  status: 'active' | 'paused' | 'exited';
  exitedOn: PlainDate | null;
  /** The states of its territory, from a day on; the first are those it joined for. */
  readonly territories: { readonly effectiveFrom: PlainDate; readonly states: readonly string[] }[];
  timeZone: string;
  readonly people: Map<PersonId, Affiliation[]>;
}

type Read =
  | PartnerOnboarded
  | PartnerPaused
  | PartnerReactivated
  | PartnerExited
  | PersonAffiliated
  | AffiliationEnded
  | TerritoryDefined;

export const partnerStanding: FactFold<PartnerStanding> = {
  name: 'incentives/partner-standing',
  prefix: 'partner-',
  types: [
    ...[PartnerOnboarded, PartnerPaused, PartnerReactivated, PartnerExited, PersonAffiliated, AffiliationEnded],
    TerritoryDefined,
  ],
  initial: () => ({ status: 'active', exitedOn: null, territories: [], timeZone: 'UTC', people: new Map() }),
  evolve(partner, recorded) {
    const event = recorded as Read;
    switch (event.type) {
      case 'PartnerOnboarded':
        partner.territories.push({ effectiveFrom: event.data.since, states: event.data.states });
        return Object.assign(partner, { timeZone: event.data.timeZone });
      case 'TerritoryDefined': {
        const { effectiveFrom, areas } = event.data;
        partner.territories.push({ effectiveFrom, states: areas.map(({ state }) => state) });
        return partner;
      }
      case 'PartnerPaused':
        return Object.assign(partner, { status: 'paused' });
      case 'PartnerReactivated':
        return Object.assign(partner, { status: 'active', exitedOn: null });
      case 'PartnerExited':
        return Object.assign(partner, { status: 'exited', exitedOn: event.data.exitedOn });
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

/** Postal codes of the states that the partner covers on a day; before it joined, those it joined for. */
export function statesOn({ territories }: Readonly<PartnerStanding>, on: PlainDate): readonly string[] {
  return (latestFrom(territories, on) ?? territories[0])?.states ?? [];
}

/** Whether a person works for the partner in one of `roles` on a day; in any role when none is named. */
export function worksFor(
  partner: Readonly<PartnerStanding>,
  personId: string,
  on: PlainDate,
  roles?: readonly PartnerRole[],
): boolean {
  const affiliations = partner.people.get(personId as PersonId) ?? [];
  return affiliations.some(
    ({ role, from, until }) =>
      from <= on && (until === null || on <= until) && (roles === undefined || roles.includes(role)),
  );
}
