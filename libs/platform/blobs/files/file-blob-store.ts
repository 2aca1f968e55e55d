import { assert } from '#kernel/assert/assert';
import { sha256 } from '#kernel/codec/digest';
import { syncFolder, writeDurably } from '#platform/blobs/files/durable-file';
import type { BlobReference } from '#platform/blobs/port/blob-store';
import { BlobStore, isSha256 } from '#platform/blobs/port/blob-store';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

// A put takes well under a second; what is older is left over from a process that was killed.
const LEFT_OVER_MS = 60 * 60 * 1_000;

/** Blobs as files `ab/cdef…` under a folder, readable by this user alone. */
export class FileBlobStore extends BlobStore {
  private constructor(private readonly directory: string) {
    super();
  }

  /** Makes the folder when missing. Removes what a killed process left half written: it may hold personal data. */
  static async open(directory: string): Promise<FileBlobStore> {
    const store = new FileBlobStore(directory);
    await mkdir(store.temporary, { recursive: true, mode: 0o700 });
    await store.removeLeftOvers();
    return store;
  }

  /** Always writes, even when the file is there: that mends a copy that has rotted. */
  async put(bytes: Uint8Array): Promise<BlobReference> {
    const name = sha256(bytes);
    const path = this.pathOf(name);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeDurably(path, this.temporary, bytes);
    await syncFolder(this.directory);
    return { sha256: name, bytes: bytes.byteLength };
  }

  async get(name: string): Promise<Uint8Array | undefined> {
    const bytes = await unlessMissing(readFile(this.pathOf(name)));
    assert(bytes === undefined || sha256(bytes) === name, 'a blob whose bytes are not those it was stored under', {
      name,
    });
    return bytes;
  }

  async erase(name: string): Promise<void> {
    const path = this.pathOf(name);
    await rm(path, { force: true });
    await unlessMissing(syncFolder(dirname(path)));
  }

  private get temporary(): string {
    return join(this.directory, 'tmp');
  }

  /** Two levels, so that no folder holds more than some thousands. The name is checked: it becomes a path. */
  private pathOf(name: string): string {
    assert(isSha256(name), 'a blob is named by 64 lower-case hexadecimal digits', { name });
    return join(this.directory, name.slice(0, 2), name.slice(2));
  }

  private async removeLeftOvers(): Promise<void> {
    for (const name of await readdir(this.temporary)) {
      const path = join(this.temporary, name);
      const changed = (await unlessMissing(stat(path)))?.mtimeMs;
      if (changed !== undefined && changed < Date.now() - LEFT_OVER_MS) await rm(path, { force: true });
    }
  }
}

async function unlessMissing<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
