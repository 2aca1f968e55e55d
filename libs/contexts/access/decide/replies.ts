import type { PersonDeactivated } from '#contexts/access/events/person-deactivated';
import type { PersonReactivated } from '#contexts/access/events/person-reactivated';
import type { PersonRegistered } from '#contexts/access/events/person-registered';
import type { RoleGranted } from '#contexts/access/events/role-granted';
import type { RoleRevoked } from '#contexts/access/events/role-revoked';
import { impossible, present } from '#kernel/assert/assert';
import type { Reply } from '#kernel/decider/decider';
import type { RecordedEvent } from '#kernel/decider/event';

/** What a caller is told of a person: the change that the command's own event made. */
export function personReply(events: readonly RecordedEvent[]): Reply {
  const event = present(events[0], 'the event of a person command') as
    PersonRegistered | PersonDeactivated | PersonReactivated | RoleGranted | RoleRevoked;
  const { personId } = event.data;
  switch (event.type) {
    case 'PersonRegistered':
      return {
        status: 201,
        body: { personId, handle: event.data.handle, roles: [] },
        location: `/v1/people/${personId}`,
      };
    case 'RoleGranted':
      return { status: 200, body: { personId, role: event.data.role, held: true } };
    case 'RoleRevoked':
      return { status: 200, body: { personId, role: event.data.role, held: false } };
    case 'PersonDeactivated':
    case 'PersonReactivated':
      return { status: 200, body: { personId, active: event.type === 'PersonReactivated' } };
    default:
      return impossible(event, 'the event of a person command');
  }
}
