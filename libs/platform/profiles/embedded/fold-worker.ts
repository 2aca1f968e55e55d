import { impossible, present } from '#kernel/assert/assert';
import { openSqliteReader } from '#platform/event-store/sqlite/open-reader';
import type {
  FoldAsk,
  Folded,
  FoldMessage,
  FoldOrder,
  FoldWorkerData,
} from '#platform/profiles/embedded/fold-messages';
import type { Registry } from '#platform/runtime/as-of/fold-view';
import type { Folder, FoldRequest } from '#platform/runtime/as-of/folder';
import { builtOf, InlineFolder } from '#platform/runtime/as-of/folder';
import type { LogAtHand } from '#platform/runtime/as-of/history/history-sources';
import { IndexedFolder } from '#platform/runtime/as-of/history/indexed-folder';
import type { PastViews } from '#platform/runtime/as-of/past-views';
import { SystemTimers } from '#platform/runtime/timers';
import { MemoryViewStore } from '#platform/view-store/memory/memory-view-store';
import { SqliteViewHistory } from '#platform/view-store/sqlite/sqlite-view-history';
import { parentPort, workerData } from 'node:worker_threads';

/**
 * The thread that finds views as of an earlier position, in their history where it may keep one and by folding the log
 * where not, on a read-only connection of its own. It answers what is asked of them: only the answers cross over.
 */
class FoldWorker {
  private readonly folder: Folder;
  private readonly pasts = new Map<number, PastViews>();
  private numbered = 0;
  /** One fold at a time; reads of what is folded come between its turns. */
  private folds: Promise<unknown> = Promise.resolve();

  constructor(
    { directory, history }: FoldWorkerData,
    private readonly registry: Registry,
  ) {
    this.folder = folderOver(openSqliteReader(directory), registry, history);
    this.folder.start();
  }

  async answer({ id, ask }: FoldOrder): Promise<FoldMessage> {
    try {
      return { id, answer: JSON.stringify({ is: await this.carryOut(ask) }) };
    } catch (error) {
      return { id, failed: error instanceof Error ? error.message : String(error) };
    }
  }

  private async carryOut(ask: FoldAsk): Promise<unknown> {
    switch (ask.kind) {
      case 'fold':
        return this.inTurn(() => this.fold(ask));
      case 'sequence-at':
        return this.folder.sequenceAt(ask.at);
      case 'get':
        return this.past(ask.past).get(ask.scope, builtOf(ask.view, this.registry).view, ask.key);
      case 'find':
        return this.past(ask.past).find(ask.scope, builtOf(ask.view, this.registry).view, ask.find);
      case 'choose':
        return this.past(ask.past).choose(ask.scope, builtOf(ask.view, this.registry).view, ask.find);
      case 'take':
        return this.past(ask.past).take(ask.scope, builtOf(ask.view, this.registry).view, ask.keys);
      case 'digest':
        return this.past(ask.past).digest(builtOf(ask.view, this.registry).view);
      case 'forget':
        return void this.pasts.delete(ask.past);
      default:
        return impossible(ask, 'what a folding thread is asked');
    }
  }

  private async fold(request: FoldRequest): Promise<Folded> {
    const folded = await this.folder.fold(request);
    const past = (this.numbered += 1);
    this.pasts.set(past, folded);
    const [first] = request.views;
    const { view } = builtOf(present(first, 'a view to fold'), this.registry);
    return { past, documents: folded.documents, checkpoint: await folded.checkpoint(view) };
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.folds.then(work);
    this.folds = next.catch(() => undefined);
    return next;
  }

  private past(number: number): PastViews {
    return present(this.pasts.get(number), 'the moment that is asked about');
  }
}

function folderOver(log: LogAtHand, registry: Registry, history: string | undefined): Folder {
  const inline = new InlineFolder(log, registry, () => new MemoryViewStore({ unchecked: true }));
  if (history === undefined) return inline;
  const timers = new SystemTimers();
  return new IndexedFolder({ log, registry, inline, timers, history: new SqliteViewHistory(history) });
}

async function main(): Promise<void> {
  const data = workerData as FoldWorkerData;
  const { registry } = (await import(data.registryModule)) as { readonly registry: Registry };
  const worker = new FoldWorker(data, registry);
  const port = present(parentPort, 'the thread that asks');
  port.on('message', (order: FoldOrder) => void worker.answer(order).then((message) => port.postMessage(message)));
}

// A rejection ends the thread, which whoever asked is told of as its error.
void main();
