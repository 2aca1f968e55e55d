import { InlineJobs } from '#platform/jobs/inline/inline-jobs';
import type { StoredEvent } from '#platform/event-store/port/stored-event';
import type { EventStore } from '#platform/event-store/port/event-store';
import { START } from '#platform/event-store/port/event-store';
import type { BlobReference } from '#platform/blobs/port/blob-store';
import { BlobStore } from '#platform/blobs/port/blob-store';
import { sha256 } from '#kernel/codec/digest';
import { registry } from '#platform/profiles/registry';
import { runNetwork } from '#platform/profiles/run-network';
import { MemoryViewStore } from '#platform/view-store/memory/memory-view-store';
import type { Story } from '../../apps/cli/demo/fill';
import { fill } from '../../apps/cli/demo/fill';
import { SimulatedClock } from '../../apps/cli/demo/simulation/simulated-clock';
import { inlineFolder } from './inline-folder';

/** Blobs as they are promised, without a disk. */
export class MemoryBlobStore extends BlobStore {
  readonly files = new Map<string, Uint8Array>();

  async put(bytes: Uint8Array): Promise<BlobReference> {
    this.files.set(sha256(bytes), bytes);
    return { sha256: sha256(bytes), bytes: bytes.byteLength };
  }

  async get(name: string): Promise<Uint8Array | undefined> {
    return this.files.get(name);
  }

  async erase(name: string): Promise<void> {
    this.files.delete(name);
  }
}

/** Tells a story to a network on `store`, in memory but for what is given. */
export async function tellStory(store: EventStore, story: Story, blobs: BlobStore = new MemoryBlobStore()) {
  const clock = new SimulatedClock();
  const folder = inlineFolder(store, registry);
  const network = await runNetwork({
    store,
    views: new MemoryViewStore(),
    blobs,
    jobs: new InlineJobs(),
    folder,
    clock,
    reactions: 'manual',
  });
  try {
    await fill(network, clock, story);
  } finally {
    await network.close();
  }
}

export async function eventsIn(store: EventStore): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  for await (const { event } of store.readAll(START)) events.push(event);
  return events;
}
