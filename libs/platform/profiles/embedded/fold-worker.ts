import { present } from '#kernel/assert/assert';
import { openSqliteReader } from '#platform/event-store/sqlite/open-reader';
import type {
  FoldInstruction,
  FoldMessage,
  FoldOrder,
  FoldWorkerData,
} from '#platform/profiles/embedded/fold-messages';
import type { Documents, Registry } from '#platform/runtime/as-of/fold-view';
import { InlineFolder } from '#platform/runtime/as-of/folder';
import { Signal } from '#platform/runtime/project/signal';
import { parentPort, workerData } from 'node:worker_threads';

const DOCUMENTS_A_SLICE = 1_000;

/** The thread that folds views as of an earlier position, on a read-only connection of its own. One order at a time. */
async function main(): Promise<void> {
  const { directory, registryModule } = workerData as FoldWorkerData;
  const { registry } = (await import(registryModule)) as { readonly registry: Registry };
  const folder = new InlineFolder(openSqliteReader(directory), registry);
  const port = present(parentPort, 'the thread that asks');
  const taken = new Signal();
  const send = (message: FoldMessage): void => port.postMessage(message);
  const sendSlice: SendSlice = async (slice) => {
    send(slice);
    await taken.wait();
  };
  let orders: Promise<void> = Promise.resolve();
  port.on('message', (instruction: FoldInstruction) => {
    if (instruction.kind === 'taken') taken.raise();
    else orders = orders.then(() => carryOut(instruction, folder, send, sendSlice));
  });
}

type SendSlice = (slice: FoldMessage) => Promise<void>;

async function carryOut(
  order: FoldOrder,
  folder: InlineFolder,
  send: (message: FoldMessage) => void,
  sendSlice: SendSlice,
): Promise<void> {
  const { id } = order;
  try {
    const folded = await folder.fold(order);
    for (const [view, documents] of folded.entries()) {
      for (const pairs of slices(documents)) await sendSlice({ id, kind: 'slice', view, pairs });
    }
    send({ id, kind: 'end' });
  } catch (error) {
    send({ id, kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
}

function* slices(documents: Documents): Generator<string> {
  let slice: [string, object][] = [];
  for (const pair of documents) {
    slice.push(pair);
    if (slice.length < DOCUMENTS_A_SLICE) continue;
    yield JSON.stringify(slice);
    slice = [];
  }
  yield JSON.stringify(slice);
}

// A rejection ends the thread, which whoever asked is told of as its error.
void main();
