import { assert } from '#kernel/assert/assert';
import { canonical } from '#kernel/codec/canonical';
import { parseUuid } from '#kernel/ids/uuid';
import { instant } from '#kernel/time/instant';
import { canonicalObject, objectIn, textIn } from '#platform/audit/verify/check-text';
import { check } from '#platform/audit/verify/finding';
import type { StoredEvent } from '#platform/event-store/port/stored-event';
import { canonicalEvent } from '#platform/event-store/port/stored-event';

/** The last line of an exported log: how many events it has, and the root over them (RFC 6962, hexadecimal). */
export interface LogEnd {
  readonly size: number;
  readonly root: string;
}

/** An event as a line of JSON: its canonical bytes, which are what is hashed, and its place in the log. */
export const lineOfEvent = (event: StoredEvent): string =>
  `{"event":${canonicalEvent(event)},"sequence":${event.sequence}}`;

export const lineOfEnd = ({ size, root }: LogEnd): string => canonical({ root, size });

/** A line read back; stops with a `Finding` on one that `lineOfEvent` or `lineOfEnd` did not write, to the byte. */
export function parsedLine(line: string): StoredEvent | LogEnd {
  const members = canonicalObject(line, 'line');
  const event = objectIn(members, 'event');
  if (event !== undefined) return eventIn(event, members['sequence'], line);
  const { root, size } = members;
  check(typeof root === 'string' && /^[0-9a-f]{64}$/.test(root), 'it is neither an event nor the end of a log');
  check(Number.isSafeInteger(size), 'it is the end of a log of no size');
  return { root, size: size as number };
}

export const isEnd = (parsed: StoredEvent | LogEnd): parsed is LogEnd => 'root' in parsed;

function eventIn(event: Record<string, unknown>, sequence: unknown, line: string): StoredEvent {
  const { version, revision } = event;
  const text = (name: string): string => {
    const value = textIn(event, name);
    check(value !== undefined, `it has no ${name}`);
    return value;
  };
  const id = parseUuid(text('id'));
  check(id !== undefined, 'its id is no UUID');
  for (const name of ['data', 'metadata']) check(objectIn(event, name) !== undefined, `it has no ${name}`);
  check([version, revision, sequence].every(Number.isSafeInteger), 'its version, revision or sequence is no number');
  const read: StoredEvent = {
    ...{ sequence: sequence as number, revision: revision as number, version: version as number, id },
    ...{ stream: text('stream'), type: text('type'), recordedAt: instant(text('recordedAt')) },
    ...{ data: canonical(event['data']), metadata: canonical(event['metadata']) },
  };
  assert(lineOfEvent(read) === line, 'a line that was read otherwise than it was written', { sequence });
  return read;
}
