import type { AppendResult, EventStore } from '#platform/event-store/port/event-store';
import { StoreUnavailable } from '#platform/event-store/port/store-unavailable';
import type { EventToAppend, StoredEvent } from '#platform/event-store/port/stored-event';

/** Between two tries of what the store did not answer: asked again at once, a store that fails at once starves all else. */
const AGAIN_MS = 20;

/** Events for the place right behind the revision `base` of a stream. */
interface Batch {
  readonly stream: string;
  readonly base: number;
  readonly events: readonly EventToAppend[];
}

/** Appends until it is known what became of it, or patience ends. The same bytes, ids and revision every time. */
export async function appendUntilKnown(store: EventStore, batch: Batch, expired: () => boolean): Promise<AppendResult> {
  let doubtful = false;
  for (;;) {
    const result = await store.append(batch.stream, batch.base, batch.events);
    doubtful ||= result.kind === 'unknown';
    if (!doubtful || result.kind === 'ok') return result;
    const found = await landed(store, batch);
    if (found !== undefined) return found;
    if (result.kind !== 'unknown' || expired()) return result;
    await pause();
  }
}

/**
 * Whether our batch stands right behind `base` after an answer that did not say so. By its bytes: another process may
 * have decided the same commands, with the same ids, otherwise.
 */
async function landed(store: EventStore, { stream, base, events }: Batch): Promise<AppendResult | undefined> {
  try {
    for await (const stored of store.readStream(stream, base + 1)) {
      const index = stored.revision - base - 1;
      if (!isSame(events[index], stored)) return undefined;
      if (index < events.length - 1) continue;
      return { kind: 'ok', lastSequence: stored.sequence, lastRevision: stored.revision };
    }
  } catch (error) {
    // Still in doubt, and patience may not be over.
    if (!(error instanceof StoreUnavailable)) throw error;
  }
  return undefined;
}

/** Waits before the store is asked the same again. */
export const pause = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, AGAIN_MS);
  });

function isSame(sent: EventToAppend | undefined, stored: StoredEvent): boolean {
  return (
    sent?.id === stored.id &&
    sent.recordedAt === stored.recordedAt &&
    sent.data === stored.data &&
    sent.metadata === stored.metadata
  );
}
