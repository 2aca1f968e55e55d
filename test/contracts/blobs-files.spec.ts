import { FileBlobStore } from '#platform/blobs/files/file-blob-store';
import { sha256 } from '#kernel/codec/digest';
import { mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../support/temporary-folder';
import { blobStoreContract } from './blobs.contract';

/** Every file below a folder. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());

blobStoreContract('files', async () => {
  const folder = temporaryFolder();
  return {
    blobs: await FileBlobStore.open(folder.path),
    reopen: () => FileBlobStore.open(folder.path),
    damage: async (sha256) => writeFileSync(join(folder.path, sha256.slice(0, 2), sha256.slice(2)), 'rot'),
    holds: async (bytes) => filesIn(folder.path).some((path) => readFileSync(path).includes(Buffer.from(bytes))),
    dispose: async () => folder.remove(),
  };
});

describe('blobs in files', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(() => (folder = temporaryFolder()));
  afterEach(() => folder.remove());

  it('are for this user alone', async () => {
    await (await FileBlobStore.open(folder.path)).put(Buffer.from('a name'));
    expect(filesIn(folder.path).map((path) => statSync(path).mode & 0o777)).toEqual([0o600]);
  });

  it('leave no half-written file behind: not after a failure, and a killed process’s is removed at the next start', async () => {
    const blobs = await FileBlobStore.open(folder.path);
    const left = join(folder.path, 'tmp', 'left-over');
    const young = join(folder.path, 'tmp', 'being-written');
    writeFileSync(left, 'half a na');
    writeFileSync(young, 'half a na');
    utimesSync(left, 0, 0);
    // A folder stands where the blob's file should be.
    const name = sha256('a name');
    mkdirSync(join(folder.path, name.slice(0, 2), name.slice(2)), { recursive: true });
    await expect(blobs.put(Buffer.from('a name'))).rejects.toThrow('EISDIR');
    await FileBlobStore.open(folder.path);
    expect(filesIn(join(folder.path, 'tmp'))).toEqual([young]);
  });
});
