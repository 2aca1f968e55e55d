import type { Instant } from '#kernel/time/instant';
import { laterOf } from '#kernel/time/instant';
import type { AppendResult } from '#platform/event-store/port/event-store';
import type { Database, Statement } from '#platform/event-store/sqlite/database';
import type { Append, Written } from '#platform/event-store/sqlite/log-writer';

/** Where the log and its streams stand while a transaction runs; asked from the tables once, then counted on. */
interface Heads {
  sequence: number;
  knownAt: Instant | undefined;
  readonly revisions: Map<string, number>;
  /** Of each event that was placed. */
  readonly placed: Instant[];
}

/** The statements of the write connection. Everything in here runs inside one transaction, between two awaits of nobody. */
export class AppendStatements {
  private readonly begin: Statement<never>;
  private readonly commit: Statement<never>;
  private readonly rollback: Statement<never>;
  private readonly head: Statement<{ sequence: number; knownAt: Instant }>;
  private readonly revision: Statement<{ revision: number | null }>;
  private readonly insert: Statement<never>;

  constructor(database: Database) {
    this.begin = database.prepare('BEGIN IMMEDIATE');
    this.commit = database.prepare('COMMIT');
    this.rollback = database.prepare('ROLLBACK');
    this.head = database.prepare(
      'SELECT sequence, coalesce(known_at, recorded_at) AS knownAt FROM events ORDER BY sequence DESC LIMIT 1',
    );
    this.revision = database.prepare('SELECT max(revision) AS revision FROM events WHERE stream = ?');
    this.insert = database.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  }

  /**
   * Writes a group of appends in one transaction and returns once it is on the disk. An append that finds its stream
   * elsewhere is answered as a conflict and leaves the others alone. Throws what SQLite throws, with nothing left open.
   */
  write(group: readonly Append[]): Written {
    try {
      this.begin.run();
      const head = this.head.get();
      const heads: Heads = { sequence: head?.sequence ?? -1, knownAt: head?.knownAt, revisions: new Map(), placed: [] };
      const results = group.map((append) => this.place(append, heads));
      this.commit.run();
      return { results, knownAt: heads.placed };
    } catch (error) {
      this.rollbackIfOpen();
      throw error;
    }
  }

  private place({ stream, expected, events }: Append, heads: Heads): AppendResult {
    let revision = heads.revisions.get(stream) ?? this.revision.get(stream)?.revision ?? -1;
    if (revision !== expected) return { kind: 'conflict', actualRevision: revision };
    for (const { id, type, version, recordedAt, data, metadata } of events) {
      revision += 1;
      heads.sequence += 1;
      const knownAt = laterOf(heads.knownAt ?? recordedAt, recordedAt);
      const kept = knownAt === recordedAt ? null : knownAt;
      this.insert.run(heads.sequence, stream, revision, id, type, version, recordedAt, kept, data, metadata);
      heads.knownAt = knownAt;
      heads.placed.push(knownAt);
    }
    heads.revisions.set(stream, revision);
    return { kind: 'ok', lastSequence: heads.sequence, lastRevision: revision };
  }

  /** SQLite rolls back by itself on a full disk or an I/O error, and then has no transaction to end. */
  private rollbackIfOpen(): void {
    try {
      this.rollback.run();
    } catch {
      // Nothing was open.
    }
  }
}
