import type { EventReader } from '#platform/event-store/port/event-reader';
import { openDatabase } from '#platform/event-store/sqlite/driver';
import { takeWriterLock } from '#platform/event-store/sqlite/writer-lock';
import { registry } from '#platform/profiles/registry';
import type { BuiltView } from '#platform/runtime/project/built-view';
import { ProjectionBoard } from '#platform/runtime/project/projection-board';
import type { AnyView } from '#platform/view-store/port/view';
import { HistoryUnavailable } from '#platform/view-store/port/view-history';
import type { ViewStore } from '#platform/view-store/port/view-store';
import { SqliteViewHistory } from '#platform/view-store/sqlite/sqlite-view-history';
import { SqliteViewStore } from '#platform/view-store/sqlite/sqlite-view-store';
import { join } from 'node:path';

/** The views of a data folder with nothing else running: no command is decided, no reaction set off. */
export interface OpenViews {
  readonly built: readonly BuiltView[];
  readonly views: ViewStore;
  /** Not started. */
  readonly projections: ProjectionBoard;
  /** For a view that is made anew: what is known of its past is of the old documents. The next server indexes it again. */
  forgetHistory(view: AnyView): void;
  close(): Promise<void>;
}

/** Those beside `log`. Throws `WriterLockHeld` while a server runs: it would write views.db at the same time. */
export function openViews(directory: string, log: EventReader): OpenViews {
  const lock = takeWriterLock(directory, openDatabase);
  const views = new SqliteViewStore(join(directory, 'views.db'));
  // Nobody writes these views while the lock is held; what others append to a cluster's log waits for the next start.
  const still = { readAll: log.readAll.bind(log), head: log.head.bind(log), onAppended: () => () => undefined };
  const projections = new ProjectionBoard(registry.views, { log: still, views, catalogue: registry.catalogue });
  const close = async (): Promise<void> => {
    await projections.stop();
    await views.close();
    lock.release();
  };
  const forgetHistory = (view: AnyView): void => forgetIn(historyFileIn(directory), view);
  return { built: registry.views, views, projections, forgetHistory, close };
}

/** Where a data folder keeps the history of its views: which documents there were after each event. */
export const historyFileIn = (directory: string): string => join(directory, 'history.db');

function forgetIn(file: string, view: AnyView): void {
  const history = new SqliteViewHistory(file);
  try {
    history.forget(view);
  } catch (error) {
    // Damaged, and with that thrown away as a whole.
    if (!(error instanceof HistoryUnavailable)) throw error;
  } finally {
    history.close();
  }
}
