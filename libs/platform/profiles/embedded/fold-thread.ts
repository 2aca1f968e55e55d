import { present } from '#kernel/assert/assert';
import type { FoldAsk, FoldMessage, FoldOrder, FoldWorkerData } from '#platform/profiles/embedded/fold-messages';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** How the thread is started. */
export interface FoldThreadOptions {
  readonly directory: string;
  /** The file of the history index, for the holder of the writer lock alone. Absent: there is none. */
  readonly history?: string;
  /** Absent: `#platform/profiles/registry`, what the program itself runs on. */
  readonly registryModule?: string;
  /** The compiled worker, and flags for Node; for specs, which run from source. */
  readonly script?: string;
  readonly execArgv?: readonly string[];
}

interface Pending {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** One folding thread from its start to its end: questions go over, answers come back. */
export class FoldThread {
  private readonly worker: Worker;
  private readonly pending = new Map<number, Pending>();
  private orders = 0;
  private ended: Error | undefined;

  constructor(options: FoldThreadOptions) {
    const { directory, history, registryModule = '#platform/profiles/registry', script, execArgv } = options;
    const workerData: FoldWorkerData = { directory, registryModule, history };
    this.worker = new Worker(script ?? join(__dirname, 'fold-worker.js'), {
      workerData,
      ...(execArgv && { execArgv: [...execArgv] }),
    });
    this.worker.on('message', (message: FoldMessage) => this.receive(message));
    this.worker.on('error', (error) => this.end(error instanceof Error ? error : new Error(String(error))));
    this.worker.on('exit', () => this.end(new Error('the folding thread has ended')));
    // It keeps the process alive only while somebody waits for it, and they wait for their reply by HTTP anyway.
    this.worker.unref();
  }

  get isAlive(): boolean {
    return this.ended === undefined;
  }

  /** The answer, whose type the question decides. Rejects when the thread cannot give it, or has ended. */
  ask<T>(ask: FoldAsk): Promise<T> {
    if (this.ended !== undefined) return Promise.reject(this.ended);
    const order: FoldOrder = { id: (this.orders += 1), ask };
    return new Promise<T>((resolve, reject) => {
      this.pending.set(order.id, { resolve: resolve as Pending['resolve'], reject });
      this.worker.postMessage(order);
    });
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }

  private receive(message: FoldMessage): void {
    const { resolve, reject } = present(this.pending.get(message.id), 'the order of a folding thread’s message');
    this.pending.delete(message.id);
    if ('failed' in message) reject(new Error(message.failed));
    else resolve((JSON.parse(message.answer) as { readonly is?: unknown }).is);
  }

  /** Whoever waits is told. */
  private end(error: Error): void {
    this.ended ??= error;
    for (const { reject } of this.pending.values()) reject(error);
    this.pending.clear();
  }
}
