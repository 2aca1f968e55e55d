import type { Instant } from '#kernel/time/instant';
import type { FoldRequest } from '#platform/runtime/as-of/folder';
import { builtOf, Folder } from '#platform/runtime/as-of/folder';
import type { InlineFolder } from '#platform/runtime/as-of/folder';
import type { Registry } from '#platform/runtime/as-of/fold-view';
import { HistoryIndex } from '#platform/runtime/as-of/history/history-index';
import type { LogAtHand } from '#platform/runtime/as-of/history/history-sources';
import { IndexedPastViews } from '#platform/runtime/as-of/history/indexed-past-views';
import { IndexWhenQuiet } from '#platform/runtime/as-of/history/index-when-quiet';
import type { PastViews } from '#platform/runtime/as-of/past-views';
import { sequenceAt } from '#platform/runtime/as-of/sequence-at';
import type { Timers } from '#platform/runtime/timers';
import type { ViewHistory } from '#platform/view-store/port/view-history';
import { HistoryUnavailable } from '#platform/view-store/port/view-history';

export interface IndexedSetup {
  readonly log: LogAtHand;
  readonly registry: Registry;
  readonly history: ViewHistory;
  /** Folds from the first event: digests, and everything while the history cannot be used. */
  readonly inline: InlineFolder;
  readonly timers: Timers;
}

/** Answers from a history index, which it reads on while the log is quiet and when somebody asks for more than it has. */
export class IndexedFolder extends Folder {
  private readonly index: HistoryIndex;
  private readonly background: IndexWhenQuiet;

  constructor(private readonly setup: IndexedSetup) {
    super();
    const { log, registry, history, timers } = setup;
    this.index = new HistoryIndex(registry.views, { log, history, catalogue: registry.catalogue });
    this.background = new IndexWhenQuiet(log, this.index, timers);
  }

  override start(): void {
    this.index.open();
    this.background.start();
  }

  async fold({ views, until }: FoldRequest): Promise<PastViews> {
    const { log, inline, registry } = this.setup;
    const { sequence: head } = await log.head();
    const request = { views, until: Math.min(until, head) };
    try {
      const built = views.map((name) => builtOf(name, registry));
      await this.index.reach(built, request.until);
      const checkpoint = { ...(await log.checkpointAt(request.until)), cursor: '' };
      return new IndexedPastViews(this.index, built, checkpoint, () => inline.fold(request));
    } catch (error) {
      if (error instanceof HistoryUnavailable) return inline.fold(request);
      throw error;
    }
  }

  sequenceAt(at: Instant): Promise<number> {
    return sequenceAt(at, this.setup.log);
  }

  async close(): Promise<void> {
    this.background.stop();
    this.setup.history.close();
  }
}
