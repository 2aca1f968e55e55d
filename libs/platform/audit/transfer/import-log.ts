import { present } from '#kernel/assert/assert';
import { Frontier } from '#platform/audit/tree/frontier';
import { leafOfEvent } from '#platform/audit/tree/hash';
import type { LogEnd } from '#platform/audit/transfer/log-lines';
import { isEnd, lineOfEvent, parsedLine } from '#platform/audit/transfer/log-lines';
import { commandIdIn } from '#platform/audit/verify/check-metadata';
import { check } from '#platform/audit/verify/finding';
import type { EventStore } from '#platform/event-store/port/event-store';
import { START } from '#platform/event-store/port/event-store';
import type { StoredEvent } from '#platform/event-store/port/stored-event';

export interface Imported extends LogEnd {
  /** Events that stood there already, from an import that was broken off. */
  readonly found: number;
}

/** How often an append is sent again while nobody knows what became of it. */
const TRIES = 20;

/**
 * Writes an exported log into a store, one command's append after the other, so that every id, sequence and proof stays.
 * The store is empty, or holds the beginning of the same log: then it goes on from there. Stops with a `Finding` at the
 * first line that is wrong, and when the store gives an event another place.
 */
export async function importLog(target: EventStore, lines: AsyncIterable<string>): Promise<Imported> {
  const writer = new LogWriter(target, await eventsOf(target));
  let end: LogEnd | undefined;
  for await (const line of lines) {
    check(end === undefined, 'something follows the end of the log');
    const parsed = parsedLine(line);
    if (isEnd(parsed)) end = parsed;
    else await writer.take(parsed);
  }
  check(end !== undefined, 'the export was cut off: its last line is missing');
  return writer.finish(end);
}

async function eventsOf(target: EventStore): Promise<AsyncIterator<StoredEvent>> {
  const all = async function* (): AsyncGenerator<StoredEvent> {
    for await (const { event } of target.readAll(START)) yield event;
  };
  return all();
}

class LogWriter {
  private readonly frontier = Frontier.empty();
  private command: StoredEvent[] = [];
  private found = 0;
  private isBeyond = false;

  constructor(
    private readonly target: EventStore,
    private readonly present: AsyncIterator<StoredEvent>,
  ) {}

  async take(event: StoredEvent): Promise<void> {
    check(event.sequence === this.frontier.size, `number ${event.sequence} follows instead of ${this.frontier.size}`);
    this.frontier.append(leafOfEvent(event));
    if (await this.stands(event)) return;
    const [first] = this.command;
    if (first !== undefined && commandOf(first) !== commandOf(event)) await this.write();
    this.command.push(event);
  }

  async finish({ size, root }: LogEnd): Promise<Imported> {
    await this.write();
    check(this.isBeyond || (await this.present.next()).done === true, 'the store holds more than the export');
    check(this.frontier.size === size, `the export states ${size} events and has ${this.frontier.size}`);
    check(this.frontier.root().toString('hex') === root, 'the export states another root than its events have');
    return { size, root, found: this.found };
  }

  /** Whether the event is there already; once one is not, none behind it is. */
  private async stands(event: StoredEvent): Promise<boolean> {
    const there = this.isBeyond ? undefined : await this.present.next();
    if (there === undefined || there.done === true) {
      this.isBeyond = true;
      return false;
    }
    const isSame = lineOfEvent(there.value) === lineOfEvent(event);
    check(isSame, `the store holds another event at ${event.sequence}: it is not empty, and not the same log`);
    this.found += 1;
    return true;
  }

  private async write(): Promise<void> {
    const events = this.command;
    this.command = [];
    const last = events.at(-1);
    if (last === undefined) return;
    const sequence = await this.sequenceOf(events);
    check(
      sequence === last.sequence,
      `the store gives number ${last.sequence} the place ${sequence}: somebody else writes`,
    );
  }

  /** Appends one command; an answer that says nothing is resolved by reading, as everywhere. */
  private async sequenceOf(events: readonly StoredEvent[]): Promise<number> {
    const first = present(events[0], 'the first event of a command');
    for (let tries = 0; tries < TRIES; tries += 1) {
      const result = await this.target.append(first.stream, first.revision - 1, events.map(toAppend));
      if (result.kind === 'ok') return result.lastSequence;
      const landed = await this.landed(events);
      if (landed !== undefined) return landed;
      check(result.kind !== 'conflict', `stream ${first.stream} does not stand before revision ${first.revision}`);
    }
    check(false, `the store did not say what became of number ${first.sequence}; run the import again`);
  }

  private async landed(events: readonly StoredEvent[]): Promise<number | undefined> {
    const first = present(events[0], 'the first event of a command');
    let at = 0;
    for await (const stored of this.target.readStream(first.stream, first.revision)) {
      if (lineOfEvent({ ...stored, sequence: 0 }) !== lineOfEvent({ ...present(events[at], 'it'), sequence: 0 })) break;
      at += 1;
      if (at === events.length) return stored.sequence;
    }
    return undefined;
  }
}

const commandOf = ({ metadata }: StoredEvent) => commandIdIn(JSON.parse(metadata) as Record<string, unknown>);

function toAppend({ id, type, version, recordedAt, data, metadata }: StoredEvent) {
  return { id, type, version, recordedAt, data, metadata };
}
