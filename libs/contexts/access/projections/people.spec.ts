import { PersonDeactivated } from '#contexts/access/events/person-deactivated';
import { PersonReactivated } from '#contexts/access/events/person-reactivated';
import { PersonRegistered } from '#contexts/access/events/person-registered';
import { RoleGranted } from '#contexts/access/events/role-granted';
import { RoleRevoked } from '#contexts/access/events/role-revoked';
import { peopleProjection } from '#contexts/access/projections/people';
import { peopleView } from '#contexts/access/views/people';
import { AffiliationEnded } from '#contexts/partners/events/affiliation-ended';
import { plainDate } from '#kernel/time/plain-date';
import { builtViews } from '#platform/runtime/project/built-view';
import { A, affiliated, ana, B, NOW } from '../../../../test/support/network';
import { World } from '../../../../test/support/world';

it('the people view shows roles and affiliations of a person, and belongs to its projection', () => {
  const world = new World([], NOW);
  world.record(`person-${ana}`, [
    PersonRegistered({ personId: ana, handle: 'ana', profileSha256: null }),
    RoleGranted({ personId: ana, role: 'finance' }),
    RoleGranted({ personId: ana, role: 'auditor' }),
    RoleRevoked({ personId: ana, role: 'finance', reason: 'x' }),
    PersonDeactivated({ personId: ana, reason: 'x' }),
    PersonReactivated({ personId: ana, reason: 'x' }),
    PersonDeactivated({ personId: ana, reason: 'y' }),
  ]);
  const until = plainDate('2026-06-30');
  const spell = { partnerId: A, role: 'partner-staff', from: plainDate('2017-07-01') } as const;
  world.record(`partner-${A}`, [affiliated(A, ana), AffiliationEnded({ personId: ana, ...spell, until })]);
  world.record(`partner-${B}`, [affiliated(B, ana, 'champion')]);
  expect(world.documents(peopleProjection).get(ana)).toEqual({
    id: ana,
    handle: 'ana',
    active: false,
    profileSha256: null,
    roles: ['auditor'],
    affiliations: [
      { ...spell, until },
      { partnerId: B, role: 'champion', from: '2017-07-01', until: null },
    ],
  });
  expect(builtViews([peopleView], [peopleProjection])).toHaveLength(1);
});
