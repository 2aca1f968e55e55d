import { leafOfEvent } from '#platform/audit/tree/hash';
import type { LeafFile } from '#platform/audit/tree/leaf-file';
import type { Checkpoint, EventStore } from '#platform/event-store/port/event-store';
import { setTimeout } from 'node:timers/promises';

export interface FollowOptions {
  /** A checkpoint whose events all have their leaves already. */
  readonly after: Checkpoint;
  /** Told once, when leaves can no longer be written; the log itself goes on. */
  readonly onTrouble: (error: unknown) => void;
  /** Gathers what is appended for so long, so that a busy log is not read again after every commit. */
  readonly gatherMs?: number;
}

const GATHER_MS = 200;

/**
 * Keeps the leaf file at the log's end while a server runs, so that an edit of the log is named by its position however
 * soon it comes. Never in the append's way; what it has not written when the process dies, the next walk writes.
 * @returns a function that writes the rest and ends it
 */
export function followTree(
  store: Pick<EventStore, 'readAll' | 'onAppended'>,
  leaves: Pick<LeafFile, 'put' | 'flush'>,
  { after, onTrouble, gatherMs = GATHER_MS }: FollowOptions,
): () => Promise<void> {
  let at = after;
  let work: Promise<void> | undefined;
  let [hasMore, hasFailed] = [false, false];

  const catchUp = async (): Promise<void> => {
    for await (const { event, checkpoint } of store.readAll(at)) {
      leaves.put(event.sequence, leafOfEvent(event));
      at = checkpoint;
    }
    leaves.flush();
  };
  const gatherAndCatchUp = async (): Promise<void> => {
    while (hasMore && !hasFailed) {
      await setTimeout(gatherMs, undefined, { ref: false });
      hasMore = false;
      await catchUp();
    }
  };
  const fail = (error: unknown): void => {
    hasFailed = true;
    onTrouble(error);
  };
  const wake = (): void => {
    hasMore = true;
    work ??= gatherAndCatchUp()
      .catch(fail)
      .finally(() => (work = undefined));
  };

  const unsubscribe = store.onAppended(wake);
  wake();
  return async () => {
    unsubscribe();
    await work;
    if (!hasFailed) await catchUp().catch(fail);
  };
}
