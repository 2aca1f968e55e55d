import { sha256 } from '#kernel/codec/digest';
import type { Erasure } from '#kernel/decider/erasure';
import type { EventCatalogue } from '#kernel/decider/upcast';
import type { BlobReference } from '#platform/blobs/port/blob-store';
import { BlobStore } from '#platform/blobs/port/blob-store';
import { PayloadGone } from '#platform/blobs/port/payload-gone';
import type { EventStore } from '#platform/event-store/port/event-store';
import type { LogFold } from '#platform/runtime/handle/live-fold';
import { LiveFold } from '#platform/runtime/handle/live-fold';

/** Between an append and the look whether it erased something: one look serves a busy second. */
const LOOK_MS = 250;

/**
 * Blobs that heed the log's erasures (G29). From the erasing event on nothing is handed out or taken, whatever the store
 * still holds; the bytes themselves are deleted right after, and again after a backup has brought them back.
 */
export class ErasableBlobs extends BlobStore {
  private readonly fold: LiveFold<Set<string>>;
  private readonly deleted = new Set<string>();
  private readonly hangUp: () => void;
  private timer: NodeJS.Timeout | undefined;
  private sweeping: Promise<void> = Promise.resolve();

  constructor(
    private readonly inner: BlobStore,
    store: EventStore,
    catalogue: EventCatalogue,
    erasures: readonly Erasure[],
  ) {
    super();
    this.fold = new LiveFold(erasedBy(erasures), store, catalogue);
    this.hangUp = store.onAppended(() => (this.timer ??= setTimeout(() => this.look(), LOOK_MS).unref()));
    this.look();
  }

  /** Rejects with `PayloadGone` for bytes that were erased. */
  async put(bytes: Uint8Array): Promise<BlobReference> {
    const name = sha256(bytes);
    if ((await this.fold.current()).has(name)) throw new PayloadGone(name);
    return this.inner.put(bytes);
  }

  async get(name: string): Promise<Uint8Array | undefined> {
    return (await this.fold.current()).has(name) ? undefined : this.inner.get(name);
  }

  erase(name: string): Promise<void> {
    return this.inner.erase(name);
  }

  /** Deletes all that is erased by now; resolves when it is gone. */
  async sweep(): Promise<void> {
    for (const name of await this.fold.current()) {
      if (this.deleted.has(name)) continue;
      await this.inner.erase(name);
      this.deleted.add(name);
    }
  }

  async close(): Promise<void> {
    this.hangUp();
    clearTimeout(this.timer);
    await this.sweeping;
  }

  private look(): void {
    this.timer = undefined;
    // A deletion that fails is tried at the next look; until then the bytes are out of reach all the same.
    this.sweeping = this.sweeping.then(() => this.sweep()).catch(() => undefined);
  }
}

const erasedBy = (erasures: readonly Erasure[]): LogFold<Set<string>> => ({
  types: erasures.map(({ type }) => type),
  initial: () => new Set(),
  evolve(erased, event) {
    const erasure = erasures.find(({ type }) => type.type === event.type);
    return erasure === undefined ? erased : erased.add(erasure.sha256Of(event));
  },
});
