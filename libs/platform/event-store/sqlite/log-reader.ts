import { present } from '#kernel/assert/assert';
import type { Uuid } from '#kernel/ids/uuid';
import type { Instant } from '#kernel/time/instant';
import type { EventReader } from '#platform/event-store/port/event-reader';
import type { Checkpoint, LoggedEvent } from '#platform/event-store/port/event-store';
import { START } from '#platform/event-store/port/event-store';
import type { StoredEvent } from '#platform/event-store/port/stored-event';
import type { Database, Statement } from '#platform/event-store/sqlite/database';

/** A row of the log in the order of COLUMNS; the known time is null where it equals the recorded time (schema.ts). */
type Row = readonly [
  sequence: number,
  stream: string,
  revision: number,
  id: Uuid,
  type: string,
  version: number,
  recordedAt: Instant,
  knownAt: Instant | null,
  data: string,
  metadata: string,
];

const COLUMNS = 'sequence, stream, revision, id, type, version, recorded_at, known_at, data, metadata';
/**
 * So many sequences a statement, filtered or not. Rows of small pages die young: with 4,000 a fold of 140,000 events took
 * 25 % longer, for the collector copied every row; less than 500 gains nothing more.
 *
 * There is no index on the type: measured on 300,000 events of 1.2 kB with 40 types, the scan for a rare one takes 0.15 s,
 * an index (type, sequence) answers at once but takes 30 % off the append rate (42,000/s instead of 60,000/s), because
 * every commit then touches a page for each type in it.
 */
const PAGE = 500;
/** The first page: whoever reads on from near the end, or only one command's events, wants a few. */
const FIRST_PAGE = 64;

/**
 * Reads through a connection of its own, a page at a time. Every page is one statement that is finished before anybody
 * awaits: an open one would keep the write-ahead log from being emptied.
 */
export class SqliteLogReader implements EventReader {
  private readonly streamPage: Statement<Row>;
  private readonly streamEnd: Statement<{ revision: number | null }>;
  private readonly last: Statement<{ sequence: number; knownAt: Instant }>;
  private readonly one: Statement<{ knownAt: Instant }>;
  private readonly oneEvent: Statement<Row>;
  /** One statement per number of types asked for; undefined asks for every type, 0 for none. */
  private readonly logPages = new Map<number | undefined, Statement<Row>>();

  constructor(private readonly database: Database) {
    this.streamPage = database.prepareArrays(
      `SELECT ${COLUMNS} FROM events WHERE stream = ? AND revision >= ? AND revision < ? ORDER BY revision`,
    );
    this.streamEnd = database.prepare('SELECT max(revision) AS revision FROM events WHERE stream = ?');
    this.last = database.prepare(
      'SELECT sequence, coalesce(known_at, recorded_at) AS knownAt FROM events ORDER BY sequence DESC LIMIT 1',
    );
    this.oneEvent = database.prepareArrays(`SELECT ${COLUMNS} FROM events WHERE sequence = ?`);
    this.one = database.prepare('SELECT coalesce(known_at, recorded_at) AS knownAt FROM events WHERE sequence = ?');
  }

  async *readStream(stream: string, from: number): AsyncIterable<StoredEvent> {
    const end = (this.streamEnd.get(stream)?.revision ?? -1) + 1;
    for (const [start, next] of pages(Math.max(from, 0), end)) {
      if (start > from) await nextTurn();
      for (const row of this.streamPage.all(stream, start, next)) yield eventOf(row);
    }
  }

  async *readAll(after: Checkpoint, types?: readonly string[]): AsyncIterable<LoggedEvent> {
    const end = (this.last.get()?.sequence ?? -1) + 1;
    const first = after.sequence + 1;
    for (const [start, next] of pages(first, end)) {
      if (start > first) await nextTurn();
      for (const row of this.logPage(types?.length).all(start, next, ...(types ?? []))) {
        yield { event: eventOf(row), checkpoint: checkpointOf(row) };
      }
    }
  }

  // `async` so that a failing read rejects, as with every other adapter.
  async head(): Promise<Checkpoint> {
    const last = this.last.get();
    return last === undefined ? START : checkpointAt(last.sequence, last.knownAt);
  }

  async checkpointAt(sequence: number): Promise<Checkpoint> {
    if (sequence < 0) return START;
    const { knownAt } = present(this.one.get(sequence), 'the event of a sequence');
    return checkpointAt(sequence, knownAt);
  }

  /** The event of a sequence that the log has. At once: a document is folded from a handful of them. */
  eventAt(sequence: number): StoredEvent {
    return eventOf(present(this.oneEvent.get(sequence), 'the event of a sequence'));
  }

  /** Calls of `eventAt` in one transaction, which costs a third less than one each. `work` waits for nothing. */
  together<T>(work: () => T): T {
    this.database.exec('BEGIN');
    try {
      return work();
    } finally {
      this.database.exec('COMMIT');
    }
  }

  async close(): Promise<void> {
    this.database.close();
  }

  private logPage(types: number | undefined): Statement<Row> {
    let statement = this.logPages.get(types);
    if (statement === undefined) {
      const filter = types === undefined ? '' : `AND type IN (${new Array(types).fill('?').join(', ')})`;
      statement = this.database.prepareArrays(
        `SELECT ${COLUMNS} FROM events WHERE sequence >= ? AND sequence < ? ${filter} ORDER BY sequence`,
      );
      this.logPages.set(types, statement);
    }
    return statement;
  }
}

/** Stretches from `first` to before `end`: each its own first number and the next one's. */
function* pages(first: number, end: number): Generator<readonly [start: number, next: number]> {
  for (let start = first, size = FIRST_PAGE; start < end; start += size, size = PAGE) {
    yield [start, Math.min(start + size, end)];
  }
}

const checkpointAt = (sequence: number, knownAt: Instant): Checkpoint => ({
  sequence,
  knownAt,
  cursor: String(sequence),
});

function checkpointOf([sequence, , , , , , recordedAt, knownAt]: Row): Checkpoint {
  return checkpointAt(sequence, knownAt ?? recordedAt);
}

function eventOf([sequence, stream, revision, id, type, version, recordedAt, , data, metadata]: Row): StoredEvent {
  return { sequence, stream, revision, id, type, version, recordedAt, data, metadata };
}

/** Lets requests in between two pages; awaiting alone would only drain promises. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
