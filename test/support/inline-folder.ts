import type { EventReader } from '#platform/event-store/port/event-reader';
import type { Registry } from '#platform/runtime/as-of/fold-view';
import { InlineFolder } from '#platform/runtime/as-of/folder';
import { MemoryViewStore } from '#platform/view-store/memory/memory-view-store';

/** Folds on this thread into stores in memory. */
export const inlineFolder = (log: Pick<EventReader, 'readAll' | 'head'>, registry: Registry): InlineFolder =>
  new InlineFolder(log, registry, () => new MemoryViewStore({ unchecked: true }));
