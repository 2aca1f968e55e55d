import type { PersonDeactivated } from '#contexts/access/events/person-deactivated';
import type { PersonReactivated } from '#contexts/access/events/person-reactivated';
import type { PersonRegistered } from '#contexts/access/events/person-registered';
import type { RoleGranted } from '#contexts/access/events/role-granted';
import type { RoleRevoked } from '#contexts/access/events/role-revoked';
import type { Person, PersonState } from '#contexts/access/decide/state';
import { assert, impossible, present } from '#kernel/assert/assert';
import type { RecordedEvent } from '#kernel/decider/event';

type PersonEvent = PersonRegistered | PersonDeactivated | PersonReactivated | RoleGranted | RoleRevoked;

/** The next state. It owns and changes the state it is given; it stops on an event that cannot follow. */
export function evolve(state: PersonState, recorded: RecordedEvent): PersonState {
  const event = recorded as PersonEvent;
  const { personId } = event.data;
  switch (event.type) {
    case 'PersonRegistered': {
      assert(state.person === null, 'a person is registered once', { personId });
      const { handle } = event.data;
      state.person = { personId, handle, roles: new Set(), active: true, touched: event.revision };
      return state;
    }
    case 'RoleGranted': {
      const { roles } = personOf(state, event);
      assert(!roles.has(event.data.role), 'a role is granted once', { personId, role: event.data.role });
      roles.add(event.data.role);
      return state;
    }
    case 'RoleRevoked': {
      const held = personOf(state, event).roles.delete(event.data.role);
      assert(held, 'only a role that is held is revoked', { personId, role: event.data.role });
      return state;
    }
    case 'PersonDeactivated':
    case 'PersonReactivated': {
      const person = personOf(state, event);
      const active = event.type === 'PersonReactivated';
      assert(person.active !== active, 'a person is signed out or let in again by turns', { personId });
      person.active = active;
      return state;
    }
    default:
      return impossible(event, 'a person event');
  }
}

function personOf(state: PersonState, { data, revision }: Exclude<PersonEvent, PersonRegistered>): Person {
  const person = present(state.person, 'the person of an event');
  assert(person.personId === data.personId, 'an event of a person’s stream is about that person', {
    personId: data.personId,
  });
  person.touched = revision;
  return person;
}
