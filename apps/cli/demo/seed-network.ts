import { GrantRole } from '#contexts/access/commands/grant-role';
import { RegisterPerson } from '#contexts/access/commands/register-person';
import { AffiliatePerson } from '#contexts/partners/commands/affiliate-person';
import { DefineTerritory } from '#contexts/partners/commands/define-territory';
import { OnboardPartner } from '#contexts/partners/commands/onboard-partner';
import type { NetworkRole, PartnerRole } from '#kernel/roles/roles';
import type { Instant } from '#kernel/time/instant';
import { genesis } from './found';
import { payable } from './payees';
import { admin, championHandle, NETWORK_PEOPLE, program, staffHandle } from './people';
import { plusMs } from './simulation/moments';
import { onboarding, partnerIdOf, personIdOf, registration } from './simulation/names';
import type { Ask, Step } from './simulation/step';
import { askOf } from './simulation/step';
import type { DemoPartner } from './sources/partners';
import { PARTS } from './sources/territories';

const PAUSE_MS = 20_000;

/** The founding, then the network's people, then the partners and theirs, one thing after the other from `at` on. */
export function networkSteps(partners: readonly DemoPartner[], at: Instant): readonly Step[] {
  const founding = [
    ...genesis,
    ...NETWORK_PEOPLE.flatMap(([role, handles]) =>
      handles.flatMap((handle) => [register(handle), grant(handle, role)]),
    ),
  ];
  const all = [...founding.map(alone), ...partners.flatMap(joining)];
  return all.map(({ ask, files }, index) => ({ at: plusMs(at, index * PAUSE_MS), asks: [ask], files }));
}

interface Act {
  readonly ask: Ask;
  readonly files: readonly Uint8Array[];
}

const alone = (ask: Ask): Act => ({ ask, files: [] });

/** A partner comes with two people on its staff, a champion, its territory, and what it needs to be paid. */
function joining(partner: DemoPartner): readonly Act[] {
  const { slug } = partner;
  const people: readonly (readonly [string, PartnerRole])[] = [
    [staffHandle(slug, 1), 'partner-staff'],
    [staffHandle(slug, 2), 'partner-staff'],
    [championHandle(slug), 'champion'],
  ];
  const parts = PARTS[slug];
  return [
    alone(onboard(partner)),
    ...people.flatMap(([handle, role]) => [register(handle), affiliate(partner, handle, role)]).map(alone),
    ...(parts === undefined ? [] : [alone(divide(partner, parts))]),
    ...payable(partner),
  ];
}

function divide({ slug, since, territory }: DemoPartner, parts: (typeof PARTS)[string]): Ask {
  const areas = parts.map(([state, zips]) => ({ state, zips: zips.split(' ') }));
  const members = { partnerId: partnerIdOf(slug), effectiveFrom: since, areas, territory };
  return askOf(program('program-1'), `territory of ${slug}`, DefineTerritory, members);
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
