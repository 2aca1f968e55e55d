import type { Instant } from '#kernel/time/instant';
import type { Database, Statement } from '#platform/event-store/sqlite/driver';
import type { Checkpoint } from '#platform/event-store/port/event-store';
import { START } from '#platform/event-store/port/event-store';

interface CheckpointRow {
  readonly sequence: number;
  readonly known_at: Instant | null;
  readonly cursor: string;
}

/** Where a view stands, as far as this process knows: at the file's sequence or, untouched by what lies between, beyond. */
interface Place {
  readonly stored: number;
  readonly at: Checkpoint;
}

/** The file follows a view that nothing touches at this distance: so much at most is read again after a crash. */
const EVENTS_AHEAD = 1_000;

/**
 * How far each view has read the log, and the shape of its table; the caller holds the transaction. Each commit moves two
 * dozen views and touches two or three: the others move in memory, and the file follows now and then. To ask the file of
 * each where it stands would cost more than to write it.
 */
export class ViewCheckpoints {
  private readonly select: Statement<CheckpointRow>;
  private readonly update: Statement<unknown>;
  private readonly insert: Statement<unknown>;
  private readonly places = new Map<string, Place>();

  constructor(private readonly database: Database) {
    this.select = database.prepare('SELECT sequence, known_at, cursor FROM checkpoint WHERE name = ?');
    this.update = database.prepare(
      'UPDATE checkpoint SET sequence = ?, known_at = ?, cursor = ? WHERE name = ? AND sequence = ?',
    );
    this.insert = database.prepare('INSERT OR REPLACE INTO checkpoint VALUES (?, ?, ?, ?, ?)');
  }

  of(name: string): Checkpoint {
    return this.look(name).at;
  }

  /** Compare and set: false when the view does not stand at `from` any more. */
  move(name: string, from: Checkpoint, to: Checkpoint): boolean {
    const { stored, at } = this.look(name);
    return at.sequence === from.sequence && this.write(name, stored, to);
  }

  /**
   * The same in memory alone; undefined when `to` is so far that the file has to follow. What another process has moved
   * shows at the next step that is written.
   */
  goAhead(name: string, from: Checkpoint, to: Checkpoint): boolean | undefined {
    const known = this.places.get(name);
    const place = known?.at.sequence === from.sequence ? known : this.look(name);
    if (place.at.sequence !== from.sequence) return false;
    if (to.sequence - place.stored >= EVENTS_AHEAD) return undefined;
    this.places.set(name, { stored: place.stored, at: to });
    return true;
  }

  /** Whether something is only in memory. */
  get isAhead(): boolean {
    return [...this.places.values()].some(({ stored, at }) => stored !== at.sequence);
  }

  /** Writes what is only in memory. */
  settle(): void {
    for (const [name, { stored, at }] of this.places) if (stored !== at.sequence) this.write(name, stored, at);
  }

  put(name: string, shape: string, at: Checkpoint): void {
    this.places.delete(name);
    this.insert.run(name, shape, at.sequence, at.knownAt, at.cursor);
  }

  remove(name: string): void {
    this.places.delete(name);
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

  /** The file has the last word: what is beyond its sequence holds only for that one. */
  private look(name: string): Place {
    const row = this.select.get(name);
    const at = row === undefined ? START : { sequence: row.sequence, knownAt: row.known_at, cursor: row.cursor };
    const known = this.places.get(name);
    if (known?.stored === at.sequence) return known;
    const place = { stored: at.sequence, at };
    this.places.set(name, place);
    return place;
  }

  /** A transaction that is taken back leaves a place that the file contradicts at the next look. */
  private write(name: string, stored: number, to: Checkpoint): boolean {
    const isWritten = this.update.run(to.sequence, to.knownAt, to.cursor, name, stored).changes === 1;
    if (isWritten) this.places.set(name, { stored: to.sequence, at: to });
    return isWritten;
  }
}
