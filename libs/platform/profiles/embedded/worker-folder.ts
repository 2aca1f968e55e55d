import { present } from '#kernel/assert/assert';
import type {
  FoldInstruction,
  FoldMessage,
  FoldOrder,
  FoldWorkerData,
} from '#platform/profiles/embedded/fold-messages';
import type { Documents } from '#platform/runtime/as-of/fold-view';
import type { FoldRequest } from '#platform/runtime/as-of/folder';
import { Folder } from '#platform/runtime/as-of/folder';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

export interface WorkerFolderOptions {
  readonly directory: string;
  /** Absent: `#platform/profiles/registry`, what the program itself runs on. */
  readonly registryModule?: string;
  /** The compiled worker, and flags for Node; for specs, which run from source. */
  readonly script?: string;
  readonly execArgv?: readonly string[];
}

interface Pending {
  readonly documents: readonly Documents[];
  readonly resolve: (documents: readonly Documents[]) => void;
  readonly reject: (error: Error) => void;
}

/** Folds on a thread of its own, so that a long fold costs HTTP nothing. The thread starts with the first order. */
export class WorkerFolder extends Folder {
  private worker: Worker | undefined;
  private readonly pending = new Map<number, Pending>();
  private orders = 0;

  constructor(private readonly options: WorkerFolderOptions) {
    super();
  }

  fold({ views, until }: FoldRequest): Promise<readonly Documents[]> {
    const order: FoldOrder = { kind: 'fold', id: (this.orders += 1), views, until };
    return new Promise((resolve, reject) => {
      this.pending.set(order.id, { documents: views.map(() => new Map<string, object>()), resolve, reject });
      this.instruct(order);
    });
  }

  async close(): Promise<void> {
    await this.worker?.terminate();
  }

  private instruct(instruction: FoldInstruction): void {
    this.started().postMessage(instruction);
  }

  private started(): Worker {
    if (this.worker === undefined) {
      const { directory, registryModule = '#platform/profiles/registry', script, execArgv } = this.options;
      const workerData: FoldWorkerData = { directory, registryModule };
      const worker = new Worker(script ?? join(__dirname, 'fold-worker.js'), {
        workerData,
        ...(execArgv && { execArgv: [...execArgv] }),
      });
      worker.on('message', (message: FoldMessage) => this.receive(message));
      worker.on('error', (error) => this.end(worker, error instanceof Error ? error : new Error(String(error))));
      worker.on('exit', () => this.end(worker, new Error('the folding thread has ended')));
      // It keeps the process alive only while somebody waits for it, and they wait for their reply by HTTP anyway.
      worker.unref();
      this.worker = worker;
    }
    return this.worker;
  }

  private receive(message: FoldMessage): void {
    const order = present(this.pending.get(message.id), 'the order of a folding thread’s message');
    if (message.kind === 'slice') {
      const documents = present(order.documents[message.view], 'the view of a slice');
      for (const [key, document] of JSON.parse(message.pairs) as [string, object][]) documents.set(key, document);
      this.instruct({ kind: 'taken' });
      return;
    }
    this.pending.delete(message.id);
    if (message.kind === 'end') order.resolve(order.documents);
    else order.reject(new Error(message.message));
  }

  /** Whoever waits is told; the next order starts a new thread. */
  private end(worker: Worker, error: Error): void {
    if (this.worker !== worker) return;
    this.worker = undefined;
    for (const { reject } of this.pending.values()) reject(error);
    this.pending.clear();
  }
}
