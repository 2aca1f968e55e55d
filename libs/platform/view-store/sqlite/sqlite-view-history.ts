import { present } from '#kernel/assert/assert';
import { failureOf } from '#platform/event-store/sqlite/driver';
import type { Checkpoint } from '#platform/event-store/port/event-store';
import type { Scope } from '#platform/view-store/port/scope';
import type { AnyView } from '#platform/view-store/port/view';
import { tableOf } from '#platform/view-store/port/view';
import type { Chosen, HistoryStep, Trail } from '#platform/view-store/port/view-history';
import { HistoryUnavailable, ViewHistory } from '#platform/view-store/port/view-history';
import type { Find } from '#platform/view-store/port/view-store';
import type { HistoryTable } from '#platform/view-store/sqlite/history-table';
import { historyTables } from '#platform/view-store/sqlite/history-table';
import { OpenTables } from '#platform/view-store/sqlite/open-tables';
import { isRefused, isUseless } from '#platform/view-store/sqlite/useless-file';
import { ViewsFile } from '#platform/view-store/sqlite/views-file';
import { existsSync } from 'node:fs';

/**
 * Histories in a file of their own beside the log (history.db), which one process alone writes: the holder of the writer
 * lock. Opened when it is first asked for. One that is damaged is thrown away; what was asked of it then is folded.
 */
export class SqliteViewHistory extends ViewHistory {
  private open: OpenTables<HistoryTable> | undefined;

  constructor(private readonly path: string) {
    super();
  }

  reached(view: AnyView): Checkpoint {
    return this.guarded((open) => reachedIn(open, view));
  }

  extend(steps: readonly HistoryStep[]): void {
    this.guarded((open) => {
      // Before the transaction: a table that is missing is made in one of its own.
      const tables = steps.map(({ view }) => open.of(view));
      open.file.writing(() => steps.forEach((step, i) => take(step, present(tables[i], 'a table'), open)));
    });
  }

  find(scope: Scope, view: AnyView, find: Find, until: number): Chosen {
    return this.asOf(view, until, (table) => table.find(scope, find, until));
  }

  sees(scope: Scope, view: AnyView, key: string, until: number): boolean {
    return this.asOf(view, until, (table) => table.sees(scope, key, until));
  }

  trail(view: AnyView, key: string, until: number): Trail {
    return this.asOf(view, until, (table) => table.trail(key, until));
  }

  together<T>(view: AnyView, until: number, work: () => T): T {
    return this.asOf(view, until, (_, { file }) => file.reading(work));
  }

  forget(view: AnyView): void {
    // Where there is no file none is made.
    if (this.open === undefined && !existsSync(this.path)) return;
    this.guarded((open) => open.forget(tableOf(view)));
  }

  retain(views: readonly AnyView[]): void {
    this.guarded((open) => open.retain(views));
  }

  close(): void {
    this.open?.file.close();
    this.open = undefined;
  }

  private asOf<T>(view: AnyView, until: number, work: (table: HistoryTable, open: OpenTables<HistoryTable>) => T): T {
    return this.guarded((open) => {
      const { sequence } = reachedIn(open, view);
      if (sequence < until) throw new HistoryUnavailable(`${tableOf(view)} reaches ${sequence}, not ${until}`);
      return work(open.of(view), open);
    });
  }

  private guarded<T>(work: (open: OpenTables<HistoryTable>) => T): T {
    try {
      this.open ??= OpenTables.open(this.path, historyTables);
      return work(this.open);
    } catch (error) {
      if (!isOfTheFile(error)) throw error;
      if (isUseless(error) || isRefused(error)) this.throwAway();
      throw new HistoryUnavailable(error);
    }
  }

  private throwAway(): void {
    this.close();
    try {
      ViewsFile.delete(this.path);
    } catch {
      // A folder that cannot be written: the next who asks meets the same file, and folds as well.
    }
  }
}

/** What SQLite or the file system says; everything else is a bug, and no reason to fold in silence. */
function isOfTheFile(error: unknown): boolean {
  const isOfTheDisk = typeof (error as NodeJS.ErrnoException).syscall === 'string';
  return isOfTheDisk || isUseless(error) || isRefused(error) || failureOf(error).kind !== 'other';
}

function reachedIn(open: OpenTables<HistoryTable>, view: AnyView): Checkpoint {
  // Making the table, where its shape is another, sends the checkpoint back to the start.
  open.of(view);
  return open.file.checkpoints.of(tableOf(view));
}

function take({ view, from, touches, to }: HistoryStep, table: HistoryTable, { file }: OpenTables<HistoryTable>): void {
  const [name, { checkpoints }] = [tableOf(view), file];
  const isMoved = touches.length === 0 ? checkpoints.goAhead(name, from, to) : undefined;
  if (!(isMoved ?? checkpoints.move(name, from, to))) return;
  for (const touch of touches) table.add(touch);
}
