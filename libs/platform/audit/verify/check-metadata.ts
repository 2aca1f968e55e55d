import { digestOf } from '#kernel/codec/digest';
import type { Uuid } from '#kernel/ids/uuid';
import { parseUuid } from '#kernel/ids/uuid';
import { objectIn, textIn } from '#platform/audit/verify/check-text';
import { check } from '#platform/audit/verify/finding';

type Metadata = Record<string, unknown>;

/** Stops unless the event says who did it, for whom, how they were known and by which command (G31). */
export function checkAccountability(metadata: Metadata): void {
  for (const name of ['actor', 'principal', 'role', 'correlationId']) {
    check(textIn(metadata, name) !== undefined, `its metadata names no ${name}`);
  }
  const authentication = objectIn(metadata, 'authentication') ?? {};
  check(textIn(authentication, 'issuer') !== undefined, 'its metadata does not say who vouched for the actor');
  check(textIn(authentication, 'method') !== undefined, 'its metadata does not say how the actor signed in');
  const command = objectIn(metadata, 'command') ?? {};
  check(textIn(command, 'name') !== undefined, 'its metadata names no command');
  check(Number.isSafeInteger(command['version']), 'its command has no version');
}

export function commandIdIn(metadata: Metadata): Uuid {
  const text = textIn(objectIn(metadata, 'command') ?? {}, 'id') ?? '';
  check(parseUuid(text) === text, 'its metadata has no command id');
  return text as Uuid;
}

/** Stops unless a command's first event carries all that it takes to decide the command again (G18). */
export function checkReproducible(metadata: Metadata): void {
  const command = objectIn(metadata, 'command') ?? {};
  const payload = objectIn(command, 'payload');
  check(payload !== undefined, 'it is the first of its command and carries no payload');
  check(command['bodyHash'] === digestOf(payload), 'its payload does not have the digest that it states');
  const capsule = objectIn(metadata, 'capsule') ?? {};
  check(textIn(objectIn(capsule, 'facts') ?? {}, 'at') !== undefined, 'its capsule does not say when it was decided');
  check(Array.isArray(capsule['reads']), 'its capsule does not say what was read');
  check(textIn(capsule, 'rules') !== undefined, 'its capsule does not say by which rules it was decided');
}
