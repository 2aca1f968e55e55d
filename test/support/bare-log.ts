import { PersonRegistered } from '#contexts/access/events/person-registered';
import { RoleGranted } from '#contexts/access/events/role-granted';
import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import type { EventMetadata, NewEvent } from '#kernel/decider/event';
import type { PersonId } from '#kernel/ids/entity-id';
import { eventIdOf, uuidOf } from '#kernel/ids/uuid';
import type { NetworkRole } from '#kernel/roles/roles';
import type { Instant } from '#kernel/time/instant';
import { instant } from '#kernel/time/instant';
import type { EventStore } from '#platform/event-store/port/event-store';
import { encodeEvent } from '#platform/runtime/codec/event-codec';
import { A, abe, affiliated, ana, B, bob, onboarded, pat, person, pia, published } from './network';

/** An administrator, and somebody whom no event names. */
export const adam = person('adam');
export const nobody = person('nobody');

/** Events of the founding, put into the store as they would lie there. */
export async function found(store: EventStore): Promise<void> {
  await put(store, 'policy-incentives', [published(defaultIncentivesPolicy)]);
  await put(store, `partner-${A}`, [onboarded(A, 'partner-a'), affiliated(A, ana), affiliated(A, abe)]);
  await put(store, `partner-${B}`, [onboarded(B, 'partner-b', ['AL', 'NM']), affiliated(B, bob)]);
  for (const [who, handle, roles] of PEOPLE) {
    await put(store, `person-${who}`, [
      PersonRegistered({ personId: who, handle, profileSha256: null }),
      ...roles.map((role) => RoleGranted({ personId: who, role })),
    ]);
  }
}

const PEOPLE: readonly (readonly [PersonId, string, readonly NetworkRole[]])[] = [
  [ana, 'ana', []],
  [abe, 'abe', []],
  [bob, 'bob', []],
  [pia, 'pia', ['program-staff']],
  [pat, 'pat', ['program-staff']],
  [adam, 'adam', ['admin']],
];

export async function put(
  store: EventStore,
  stream: string,
  events: readonly NewEvent[],
  expected = -1,
): Promise<void> {
  const command = uuidOf(`${stream} ${expected}`);
  const at: Instant = instant('2026-01-01T00:00:00.000Z');
  const metadata = (index: number): EventMetadata => ({
    actor: 'service:spec',
    principal: 'service:spec',
    role: 'service',
    authentication: { issuer: 'urn:spec', method: 'simulation' },
    command: { id: command, name: 'Given', version: 1, ...(index === 0 ? { bodyHash: '', payload: {} } : {}) },
    correlationId: 'spec',
  });
  const bytes = events.map((event, index) => encodeEvent(eventIdOf(command, index), event, metadata(index), at));
  const { kind } = await store.append(stream, expected, bytes);
  if (kind !== 'ok') throw new Error(`could not put ${stream}: ${kind}`);
}
