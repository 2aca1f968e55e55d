import type { Uuid } from '#kernel/ids/uuid';
import { eventIdOf } from '#kernel/ids/uuid';
import type { Instant } from '#kernel/time/instant';
import { checkAccountability, checkReproducible, commandIdIn } from '#platform/audit/verify/check-metadata';
import { canonicalObject } from '#platform/audit/verify/check-text';
import { check, Finding } from '#platform/audit/verify/finding';
import type { StoredEvent } from '#platform/event-store/port/stored-event';

/** Everything that can be said of an event from the log alone, in log order. One checker a walk. */
export class EventChecker {
  private position = 0;
  private readonly streams = new Map<string, { revision: number; recordedAt: Instant }>();
  /** Of every event so far: by that of its first, a command is known. */
  private readonly ids = new Set<Uuid>();
  private current: Current | undefined;
  /** The last event, if it was taken as seen. */
  private seen: StoredEvent | undefined;

  /** Stops with a `Finding` at the first thing that is wrong. */
  check(event: StoredEvent): void {
    if (this.seen !== undefined) this.current = commandOf(this.seen);
    this.seen = undefined;
    this.checkPlace(event);
    canonicalObject(event.data, 'data');
    const metadata = canonicalObject(event.metadata, 'metadata');
    checkAccountability(metadata);
    this.checkCommand(event, commandIdIn(metadata));
    if (this.current?.index === 0) checkReproducible(metadata);
    this.take(event);
  }

  /** Takes an event whose bytes were found good at an earlier walk: only its place among the others is looked at. */
  pass(event: StoredEvent): void {
    this.checkPlace(event);
    this.seen = event;
    this.take(event);
  }

  private take({ id, stream, revision, recordedAt }: StoredEvent): void {
    this.ids.add(id);
    this.streams.set(stream, { revision, recordedAt });
    this.position += 1;
  }

  private checkPlace({ sequence, stream, revision, recordedAt, type, version }: StoredEvent): void {
    check(sequence === this.position, `the log goes on with number ${sequence} instead of ${this.position}`);
    check(stream !== '' && !stream.startsWith('$'), `its stream has no proper name: "${stream}"`);
    check(type !== '' && Number.isSafeInteger(version) && version >= 1, 'it has no type and version');
    const last = this.streams.get(stream);
    const expected = (last?.revision ?? -1) + 1;
    check(revision === expected, `stream ${stream} goes on with revision ${revision} instead of ${expected}`);
    check(isMoment(recordedAt), `it was recorded at no moment: "${recordedAt}"`);
    check(last === undefined || last.recordedAt <= recordedAt, `recorded time goes back in stream ${stream}`);
  }

  /** The events of a command stand together, in one stream, with ids that follow from the command's. */
  private checkCommand({ id, stream }: StoredEvent, command: Uuid): void {
    if (this.current?.id === command) {
      check(this.current.stream === stream, 'its command wrote another stream before');
      this.current.index += 1;
    } else {
      const isNew = !this.ids.has(eventIdOf(command, 0));
      check(isNew, 'its command has events elsewhere, so they were torn apart or written twice');
      this.current = { id: command, stream, index: 0 };
    }
    check(
      id === eventIdOf(command, this.current.index),
      `its id is not that of event ${this.current.index} of its command`,
    );
  }
}

/** A command in the middle of its events: in which stream, and how many came before the last. */
interface Current {
  readonly id: Uuid;
  readonly stream: string;
  index: number;
}

/** The command of an event that was taken as seen; no command has more events than its stream. */
function commandOf({ id, stream, revision, metadata }: StoredEvent): Current {
  const command = commandIdIn(canonicalObject(metadata, 'metadata'));
  for (let index = 0; index <= revision; index += 1) {
    if (eventIdOf(command, index) === id) return { id: command, stream, index };
  }
  throw new Finding('the id of the event before it is none of its command’s');
}

/** An existing moment in the one shape of an Instant. `Date`, because Temporal took an eighth of the walk in a profile. */
function isMoment(text: string): boolean {
  const moment = new Date(text);
  return (
    text.length === '2026-04-01T07:00:00.000Z'.length &&
    !Number.isNaN(moment.getTime()) &&
    moment.toISOString() === text
  );
}
