import { present } from '#kernel/assert/assert';
import type { Checkpoint } from '#platform/event-store/port/event-store';
import { START } from '#platform/event-store/port/event-store';
import type { Scope } from '#platform/view-store/port/scope';
import type { AnyView, View } from '#platform/view-store/port/view';
import { tableOf } from '#platform/view-store/port/view';
import { digestOfRows } from '#platform/view-store/port/view-digest';
import type { Find, Found } from '#platform/view-store/port/view-store';
import { ViewStore } from '#platform/view-store/port/view-store';
import type { Step } from '#platform/view-store/sqlite/view-steps';
import { ViewSteps } from '#platform/view-store/sqlite/view-steps';
import { isUseless } from '#platform/view-store/sqlite/useless-file';
import { dropSql, tableSql, ViewTable } from '#platform/view-store/sqlite/view-table';
import { ViewsFile } from '#platform/view-store/sqlite/views-file';

interface Open {
  readonly file: ViewsFile;
  readonly tables: Map<string, ViewTable>;
}

/**
 * Documents in views.db: a table a view and version, its checkpoint in the same transaction. The driver is synchronous,
 * so each method is one moment. Damage that shows while running empties the file; the runners then find their
 * checkpoints gone and fold the log again.
 */
export class SqliteViewStore extends ViewStore {
  private open: Open;
  private readonly steps = new ViewSteps((steps) => this.write(steps));

  constructor(private readonly path: string) {
    super();
    this.open = openViews(path);
  }

  async checkpoint(view: AnyView): Promise<Checkpoint> {
    return this.withTable(view, (_, { file }) => file.checkpoints.of(tableOf(view)));
  }

  async get<D extends object>(scope: Scope, view: View<D>, key: string): Promise<D | undefined> {
    return this.withTable(view, (table) => table.get<D>(scope, key));
  }

  async find<D extends object>(scope: Scope, view: View<D>, find: Find): Promise<Found<D>> {
    return this.withTable(view, (table, { file }) =>
      file.reading(() => ({ ...table.find<D>(scope, find), checkpoint: file.checkpoints.of(tableOf(view)) })),
    );
  }

  async load<D extends object>(view: View<D>, keys: readonly string[]): Promise<Map<string, D>> {
    return this.withTable(view, (table) => table.load<D>(keys));
  }

  apply<D extends object>(
    view: View<D>,
    from: Checkpoint,
    changes: ReadonlyMap<string, D | null>,
    to: Checkpoint,
  ): Promise<boolean> {
    return this.steps.take({ view, from, changes, to });
  }

  async move(view: AnyView, from: Checkpoint, to: Checkpoint): Promise<boolean> {
    const moved = this.withTable(view, (_, { file }) => file.checkpoints.goAhead(tableOf(view), from, to));
    return moved ?? this.apply(view, from, new Map(), to);
  }

  async digest(view: AnyView): Promise<{ readonly sequence: number; readonly digest: string }> {
    return this.withTable(view, (table, { file }) =>
      file.reading(() => ({
        sequence: file.checkpoints.of(tableOf(view)).sequence,
        digest: digestOfRows(table.bodiesInOrder()),
      })),
    );
  }

  async drop(view: AnyView): Promise<void> {
    this.guarded((open) => forget(open, tableOf(view)));
  }

  async retain(views: readonly AnyView[]): Promise<readonly string[]> {
    const known = new Set(views.map(tableOf));
    return this.guarded((open) => {
      const dropped = open.file.checkpoints.names().filter((name) => !known.has(name));
      for (const name of dropped) forget(open, name);
      return dropped;
    });
  }

  async close(): Promise<void> {
    this.steps.drain();
    this.open.file.close();
  }

  private write(steps: readonly Step[]): readonly boolean[] {
    return this.guarded((open) => {
      // Before the transaction: a table that is missing is made in one of its own.
      const tables = steps.map(({ view }) => tableFor(view, open));
      return open.file.writing(() => steps.map((step, i) => isApplied(step, present(tables[i], 'a table'), open)));
    });
  }

  private withTable<T>(view: AnyView, work: (table: ViewTable, open: Open) => T): T {
    return this.guarded((open) => work(tableFor(view, open), open));
  }

  private guarded<T>(work: (open: Open) => T): T {
    try {
      return work(this.open);
    } catch (error) {
      if (!isUseless(error)) throw error;
      this.open.file.close();
      ViewsFile.delete(this.path);
      this.open = openViews(this.path);
      return work(this.open);
    }
  }
}

/** Writes a step within an open transaction; false, with nothing written, when somebody else has moved the view. */
function isApplied({ view, from, changes, to }: Step, table: ViewTable, { file }: Open): boolean {
  if (!file.checkpoints.move(tableOf(view), from, to)) return false;
  table.write(changes);
  return true;
}

function openViews(path: string): Open {
  return { file: ViewsFile.open(path), tables: new Map() };
}

/** The view's table, made when it is missing and made anew when its declared fields have changed. */
function tableFor(view: AnyView, { file, tables }: Open): ViewTable {
  const name = tableOf(view);
  const known = tables.get(name);
  if (known !== undefined) return known;
  const shape = tableSql(view);
  if (file.checkpoints.shapeOf(name) !== shape) {
    file.writing(() => {
      file.database.exec(`${dropSql(name)}; ${shape}`);
      file.checkpoints.put(name, shape, START);
    });
  }
  const table = new ViewTable(file.database, view);
  tables.set(name, table);
  return table;
}

function forget({ file, tables }: Open, name: string): void {
  tables.delete(name);
  file.writing(() => {
    file.database.exec(dropSql(name));
    file.checkpoints.remove(name);
  });
}
