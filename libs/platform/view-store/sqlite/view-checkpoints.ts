import type { Instant } from '#kernel/time/instant';
import type { Database, Statement } from '#platform/event-store/sqlite/driver';
import type { Checkpoint } from '#platform/event-store/port/event-store';
import { START } from '#platform/event-store/port/event-store';

interface CheckpointRow {
  readonly sequence: number;
  readonly known_at: Instant | null;
  readonly cursor: string;
}

/** How far each view has read the log, and the shape of its table; the caller holds the transaction. */
export class ViewCheckpoints {
  private readonly select: Statement<CheckpointRow>;
  private readonly update: Statement<unknown>;
  private readonly insert: Statement<unknown>;

  constructor(private readonly database: Database) {
    this.select = database.prepare('SELECT sequence, known_at, cursor FROM checkpoint WHERE name = ?');
    this.update = database.prepare(
      'UPDATE checkpoint SET sequence = ?, known_at = ?, cursor = ? WHERE name = ? AND sequence = ?',
    );
    this.insert = database.prepare('INSERT OR REPLACE INTO checkpoint VALUES (?, ?, ?, ?, ?)');
  }

  of(name: string): Checkpoint {
    const row = this.select.get(name);
    return row === undefined ? START : { sequence: row.sequence, knownAt: row.known_at, cursor: row.cursor };
  }

  /** Compare and set: false when the view does not stand at `from` any more. */
  move(name: string, from: Checkpoint, to: Checkpoint): boolean {
    return this.update.run(to.sequence, to.knownAt, to.cursor, name, from.sequence).changes === 1;
  }

  put(name: string, shape: string, at: Checkpoint): void {
    this.insert.run(name, shape, at.sequence, at.knownAt, at.cursor);
  }

  remove(name: string): void {
    this.database.prepare('DELETE FROM checkpoint WHERE name = ?').run(name);
  }

  names(): string[] {
    const names = this.database.prepare<{ name: string }>('SELECT name FROM checkpoint ORDER BY name').all();
    return names.map(({ name }) => name);
  }

  /** The SQL that made the view's table; undefined when there is none. */
  shapeOf(name: string): string | undefined {
    return this.database.prepare<{ shape: string }>('SELECT shape FROM checkpoint WHERE name = ?').get(name)?.shape;
  }
}
