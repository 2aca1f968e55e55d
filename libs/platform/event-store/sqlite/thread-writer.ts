import { assert, present } from '#kernel/assert/assert';
import type { Append, LogWriter, Written } from '#platform/event-store/sqlite/log-writer';
import { WriteFailed } from '#platform/event-store/sqlite/log-writer';
import type { WriterAnswer, WriterData, WriterOrder } from '#platform/event-store/sqlite/writer-messages';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** How the writing thread is started. */
export interface WriterThread {
  readonly script: string;
  /** Flags for Node; for specs, which run from source. Absent: those of this process. */
  readonly execArgv?: readonly string[];
}

/** The thread of the built program; undefined where it runs from its sources, as in most specs: they write on their own. */
export function builtWriterThread(): WriterThread | undefined {
  const script = join(__dirname, 'writer-worker.js');
  return existsSync(script) ? { script } : undefined;
}

interface Asked {
  readonly resolve: (written: Written | undefined) => void;
  readonly reject: (error: Error) => void;
}

/** Hands groups to a thread that has the write connection, and its answers back, in order. */
export class ThreadWriter implements LogWriter {
  private readonly worker: Worker;
  private readonly asked: Asked[] = [];
  private ended: Error | undefined;

  private constructor(directory: string, { script, execArgv }: WriterThread) {
    const workerData: WriterData = { directory };
    this.worker = new Worker(script, { workerData, ...(execArgv && { execArgv: [...execArgv] }) });
    this.worker.on('message', (answer: WriterAnswer) => this.receive(answer));
    this.worker.on('error', (error) => this.end(error instanceof Error ? error : new Error(String(error))));
    this.worker.on('exit', () => this.end(new Error('the writing thread has ended')));
  }

  /** Resolves when the thread has opened the log. Rejects with what it says when it cannot. */
  static async start(directory: string, thread: WriterThread): Promise<ThreadWriter> {
    const writer = new ThreadWriter(directory, thread);
    await writer.answer();
    return writer;
  }

  async write(group: readonly Append[]): Promise<Written> {
    return present(await this.ask({ kind: 'write', group }), 'what a transaction did');
  }

  async checkpoint(): Promise<void> {
    await this.ask({ kind: 'checkpoint' });
  }

  async close(): Promise<void> {
    if (this.ended !== undefined) return;
    const gone = new Promise<void>((resolve) => {
      this.worker.once('exit', () => resolve());
    });
    await this.ask({ kind: 'close' });
    // Until it is gone: a program that has nothing else to do would end here, with the work after it undone.
    this.worker.ref();
    await gone;
  }

  private ask(order: WriterOrder): Promise<Written | undefined> {
    // As with a disk that fails, nobody knows what was written last, and nothing more will be.
    if (this.ended !== undefined) return Promise.reject(new WriteFailed({ kind: 'io', why: this.ended.message }));
    this.worker.postMessage(order);
    return this.answer();
  }

  /** The process lives while somebody waits for the disk, and not because the thread does. */
  private answer(): Promise<Written | undefined> {
    this.worker.ref();
    return new Promise((resolve, reject) => {
      this.asked.push({ resolve, reject });
    });
  }

  private receive(answer: WriterAnswer): void {
    const next = this.asked.shift();
    assert(next !== undefined, 'the writing thread answers what it is asked');
    if (this.asked.length === 0) this.worker.unref();
    if (answer.kind === 'done') next.resolve(answer.written);
    else next.reject(new WriteFailed(answer.failure));
  }

  /** Whoever waits is told. */
  private end(error: Error): void {
    this.ended ??= error;
    for (const { reject } of this.asked.splice(0)) reject(new WriteFailed({ kind: 'io', why: this.ended.message }));
  }
}
