import { sha256 } from '#kernel/codec/digest';
import { BlobStore } from '#platform/blobs/port/blob-store';

/** Files in memory, for a spec to look into. */
export class MemoryBlobStore extends BlobStore {
  readonly blobs = new Map<string, Uint8Array>();

  async put(bytes: Uint8Array): Promise<{ sha256: string; bytes: number }> {
    this.blobs.set(sha256(bytes), bytes);
    return { sha256: sha256(bytes), bytes: bytes.length };
  }
  async get(name: string): Promise<Uint8Array | undefined> {
    return this.blobs.get(name);
  }
  async erase(name: string): Promise<void> {
    this.blobs.delete(name);
  }
}
