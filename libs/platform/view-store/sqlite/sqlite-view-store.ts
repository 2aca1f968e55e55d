import { present } from '#kernel/assert/assert';
import type { Checkpoint } from '#platform/event-store/port/event-store';
import type { Scope } from '#platform/view-store/port/scope';
import type { AnyView, View } from '#platform/view-store/port/view';
import { tableOf } from '#platform/view-store/port/view';
import { digestOfRows } from '#platform/view-store/port/view-digest';
import type { Find, Found } from '#platform/view-store/port/view-store';
import { ViewStore } from '#platform/view-store/port/view-store';
import { OpenTables } from '#platform/view-store/sqlite/open-tables';
import type { Step } from '#platform/view-store/sqlite/view-steps';
import { ViewSteps } from '#platform/view-store/sqlite/view-steps';
import { isUseless } from '#platform/view-store/sqlite/useless-file';
import type { ViewTable } from '#platform/view-store/sqlite/view-table';
import { viewTables } from '#platform/view-store/sqlite/view-table';
import { ViewsFile } from '#platform/view-store/sqlite/views-file';

type Open = OpenTables<ViewTable>;

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
    this.open = OpenTables.open(path, viewTables);
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
    this.guarded((open) => open.forget(tableOf(view)));
  }

  async retain(views: readonly AnyView[]): Promise<readonly string[]> {
    return this.guarded((open) => open.retain(views));
  }

  async close(): Promise<void> {
    this.steps.drain();
    this.open.file.close();
  }

  private write(steps: readonly Step[]): readonly boolean[] {
    return this.guarded((open) => {
      // Before the transaction: a table that is missing is made in one of its own.
      const tables = steps.map(({ view }) => open.of(view));
      return open.file.writing(() => steps.map((step, i) => isApplied(step, present(tables[i], 'a table'), open)));
    });
  }

  private withTable<T>(view: AnyView, work: (table: ViewTable, open: Open) => T): T {
    return this.guarded((open) => work(open.of(view), open));
  }

  private guarded<T>(work: (open: Open) => T): T {
    try {
      return work(this.open);
    } catch (error) {
      if (!isUseless(error)) throw error;
      this.open.file.close();
      ViewsFile.delete(this.path);
      this.open = OpenTables.open(this.path, viewTables);
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
