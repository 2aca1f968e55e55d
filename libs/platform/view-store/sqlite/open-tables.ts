import type { Database } from '#platform/event-store/sqlite/driver';
import { START } from '#platform/event-store/port/event-store';
import type { AnyView } from '#platform/view-store/port/view';
import { tableOf } from '#platform/view-store/port/view';
import { ViewsFile } from '#platform/view-store/sqlite/views-file';

/** What a disposable file keeps for each view. */
export interface TableKind<Table> {
  /** The SQL that makes it. The text is also its shape: another shape is made anew, not migrated. */
  readonly sql: (view: AnyView) => string;
  /** The SQL that forgets it, whether or not it is there. */
  readonly dropSql: (name: string) => string;
  readonly open: (database: Database, view: AnyView) => Table;
}

/** An open disposable file, and what of it has been asked for. */
export class OpenTables<Table> {
  private readonly tables = new Map<string, Table>();

  private constructor(
    readonly file: ViewsFile,
    private readonly kind: TableKind<Table>,
  ) {}

  static open<Table>(path: string, kind: TableKind<Table>): OpenTables<Table> {
    return new OpenTables(ViewsFile.open(path), kind);
  }

  /** The view's table, made when it is missing and made anew when its declared fields have changed. */
  of(view: AnyView): Table {
    const name = tableOf(view);
    const known = this.tables.get(name);
    if (known !== undefined) return known;
    const { file, kind } = this;
    const shape = kind.sql(view);
    if (file.checkpoints.shapeOf(name) !== shape) {
      file.writing(() => {
        file.database.exec(`${kind.dropSql(name)}; ${shape}`);
        file.checkpoints.put(name, shape, START);
      });
    }
    const table = kind.open(file.database, view);
    this.tables.set(name, table);
    return table;
  }

  forget(name: string): void {
    this.tables.delete(name);
    this.file.writing(() => {
      this.file.database.exec(this.kind.dropSql(name));
      this.file.checkpoints.remove(name);
    });
  }
  /** Forgets what is kept for any other view or version; returns their names. */
  retain(views: readonly AnyView[]): readonly string[] {
    const known = new Set(views.map(tableOf));
    const dropped = this.file.checkpoints.names().filter((name) => !known.has(name));
    for (const name of dropped) this.forget(name);
    return dropped;
  }
}
