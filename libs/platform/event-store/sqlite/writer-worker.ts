import { impossible, present } from '#kernel/assert/assert';
import { openDatabase } from '#platform/event-store/sqlite/driver';
import { WriteFailed } from '#platform/event-store/sqlite/log-writer';
import { WriterHere } from '#platform/event-store/sqlite/writer-here';
import type { WriterAnswer, WriterData, WriterOrder } from '#platform/event-store/sqlite/writer-messages';
import { parentPort, workerData } from 'node:worker_threads';

/** The thread that has the write connection: a disk that takes its time keeps nobody else waiting. */
async function carryOut(order: WriterOrder, writer: WriterHere): Promise<WriterAnswer> {
  switch (order.kind) {
    case 'write':
      return { kind: 'done', written: await writer.write(order.group) };
    case 'checkpoint':
      await writer.checkpoint();
      return { kind: 'done' };
    case 'close':
      await writer.close();
      return { kind: 'done' };
    default:
      return impossible(order, 'what a writing thread is told');
  }
}

/** Anything but a failure of SQLite is a bug: it ends the thread, and with it the process. */
function failed(error: unknown): WriterAnswer {
  if (error instanceof WriteFailed) return { kind: 'failed', failure: error.failure };
  throw error;
}

const port = present(parentPort, 'the thread that asks');
const writer = WriterHere.open((workerData as WriterData).directory, openDatabase);
port.on('message', (order: WriterOrder) => {
  void carryOut(order, writer)
    .catch(failed)
    .then((answer) => {
      port.postMessage(answer);
      if (order.kind === 'close') port.close();
    });
});
port.postMessage({ kind: 'done' } satisfies WriterAnswer);
