import { GrantRole } from '#contexts/access/commands/grant-role';
import { RegisterPerson } from '#contexts/access/commands/register-person';
import { AffiliatePerson } from '#contexts/partners/commands/affiliate-person';
import { OnboardPartner } from '#contexts/partners/commands/onboard-partner';
import type { NetworkRole, PartnerRole } from '#kernel/roles/roles';
import type { Instant } from '#kernel/time/instant';
import { genesis } from './found';
import { admin, championHandle, NETWORK_PEOPLE, program, staffHandle } from './people';
import { plusMs } from './simulation/moments';
import { onboarding, partnerIdOf, personIdOf, registration } from './simulation/names';
import type { Ask, Step } from './simulation/step';
import { askOf } from './simulation/step';
import type { DemoPartner } from './sources/partners';

const PAUSE_MS = 20_000;

/** The founding, then the network's people, then the partners and theirs, one thing after the other from `at` on. */
export function networkSteps(partners: readonly DemoPartner[], at: Instant): readonly Step[] {
  const asks = [
    ...genesis,
    ...NETWORK_PEOPLE.flatMap(([role, handles]) =>
      handles.flatMap((handle) => [register(handle), grant(handle, role)]),
    ),
    ...partners.flatMap(joining),
  ];
  return asks.map((ask, index) => ({ at: plusMs(at, index * PAUSE_MS), asks: [ask] }));
}

/** A partner comes with two people on its staff and a champion. */
function joining(partner: DemoPartner): readonly Ask[] {
  const { slug } = partner;
  const people: readonly (readonly [string, PartnerRole])[] = [
    [staffHandle(slug, 1), 'partner-staff'],
    [staffHandle(slug, 2), 'partner-staff'],
    [championHandle(slug), 'champion'],
  ];
  return [
    onboard(partner),
    ...people.flatMap(([handle, role]) => [register(handle), affiliate(partner, handle, role)]),
  ];
}

function register(handle: string): Ask {
  return askOf(admin('admin-1'), registration(handle), RegisterPerson, { handle });
}

/** By the other administrator: who lets somebody in does not also hand out the role. */
function grant(handle: string, role: NetworkRole): Ask {
  const personId = personIdOf(handle);
  return askOf(admin('admin-2'), `grant ${role} to ${handle}`, GrantRole, { personId, role });
}

function onboard({ slug, name, states, territory, timeZone, since }: DemoPartner): Ask {
  const members = { slug, name, states: [...states], territory, timeZone, since };
  return askOf(program('program-1'), onboarding(slug), OnboardPartner, members);
}

function affiliate({ slug, since }: DemoPartner, handle: string, role: PartnerRole): Ask {
  const members = { partnerId: partnerIdOf(slug), personId: personIdOf(handle), role, from: since };
  return askOf(program('program-1'), `affiliate ${handle}`, AffiliatePerson, members);
}
