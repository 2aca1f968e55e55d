import type { Instant } from '#kernel/time/instant';
import type { Folded } from '#platform/profiles/embedded/fold-messages';
import type { FoldThreadOptions } from '#platform/profiles/embedded/fold-thread';
import { FoldThread } from '#platform/profiles/embedded/fold-thread';
import { RemotePastViews } from '#platform/profiles/embedded/remote-past-views';
import type { FoldRequest } from '#platform/runtime/as-of/folder';
import { Folder } from '#platform/runtime/as-of/folder';
import type { PastViews } from '#platform/runtime/as-of/past-views';

/**
 * Folds on a thread of its own and leaves the documents there, so that a long fold costs HTTP nothing. The thread starts
 * when it is told to or with the first order; after one that has ended, the next order starts a new one.
 */
export class WorkerFolder extends Folder {
  private thread: FoldThread | undefined;

  constructor(private readonly options: FoldThreadOptions) {
    super();
  }

  override start(): void {
    this.started();
  }

  async fold(request: FoldRequest): Promise<PastViews> {
    const thread = this.started();
    return new RemotePastViews(thread, await thread.ask<Folded>({ kind: 'fold', ...request }));
  }

  sequenceAt(at: Instant): Promise<number> {
    return this.started().ask<number>({ kind: 'sequence-at', at });
  }

  async close(): Promise<void> {
    await this.thread?.close();
  }

  private started(): FoldThread {
    if (this.thread?.isAlive !== true) this.thread = new FoldThread(this.options);
    return this.thread;
  }
}
