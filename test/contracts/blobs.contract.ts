import type { BlobStore } from '#platform/blobs/port/blob-store';

export interface BlobsUnderTest {
  readonly blobs: BlobStore;
  /** Opens the same store anew. */
  readonly reopen: () => Promise<BlobStore>;
  /** Damages the stored bytes behind the store's back. */
  readonly damage: (sha256: string) => Promise<void>;
  /** True when these bytes can be found anywhere in what the store keeps. */
  readonly holds: (bytes: Uint8Array) => Promise<boolean>;
  readonly dispose: () => Promise<void>;
}

/** What every blob store does (port/blob-store.ts). */
export function blobStoreContract(name: string, create: () => Promise<BlobsUnderTest>): void {
  describe(`blob store: ${name}`, () => {
    let tested: BlobsUnderTest;
    let blobs: BlobStore;
    const bytes = new TextEncoder().encode('salt 9b2f: Ada Lovelace, account 12 3456 7890');
    const sha256 = '3b2ad2dd1f40d1a5ec6c3b1aaf9d1df9b7a1f2c5a3e7a7e8f0c5d1b2a3948576';

    beforeEach(async () => {
      tested = await create();
      blobs = tested.blobs;
    });
    afterEach(() => tested.dispose());

    it('names bytes by their SHA-256 and gives them back', async () => {
      const empty = { sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', bytes: 0 };
      expect(await blobs.put(new Uint8Array())).toEqual(empty);
      const abc = { sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', bytes: 3 };
      expect(await blobs.put(Buffer.from('abc'))).toEqual(abc);
      expect(Buffer.from((await blobs.get(abc.sha256))!).toString()).toBe('abc');
    });

    it('has nothing where nothing was put', async () => {
      expect(await blobs.get(sha256)).toBeUndefined();
    });

    it('takes the same bytes any number of times, at once as well', async () => {
      const references = await Promise.all(Array.from({ length: 20 }, () => blobs.put(bytes)));
      expect(new Set(references.map((reference) => reference.sha256)).size).toBe(1);
      expect(Buffer.from((await blobs.get(references[0]!.sha256))!).equals(bytes)).toBe(true);
    });

    it('keeps ten megabytes', async () => {
      const large = Buffer.alloc(10 * 1024 * 1024, 'evidence ');
      const reference = await blobs.put(large);
      expect(Buffer.from((await blobs.get(reference.sha256))!).equals(large)).toBe(true);
    });

    it('keeps them when it is opened again', async () => {
      const reference = await blobs.put(bytes);
      expect(await (await tested.reopen()).get(reference.sha256)).toBeDefined();
    });

    it('erases so that nothing of them is left, and can erase again', async () => {
      const reference = await blobs.put(bytes);
      expect(await tested.holds(bytes)).toBe(true);
      await blobs.erase(reference.sha256);
      await blobs.erase(reference.sha256);
      expect(await blobs.get(reference.sha256)).toBeUndefined();
      expect(await tested.holds(bytes)).toBe(false);
    });

    it('takes bytes again that were erased', async () => {
      const reference = await blobs.put(bytes);
      await blobs.erase(reference.sha256);
      await blobs.put(bytes);
      expect(await blobs.get(reference.sha256)).toBeDefined();
    });

    it('stops on bytes that have rotted, and putting them again mends them', async () => {
      const reference = await blobs.put(bytes);
      await tested.damage(reference.sha256);
      await expect(blobs.get(reference.sha256)).rejects.toThrow('not those it was stored under');
      await blobs.put(bytes);
      expect(await blobs.get(reference.sha256)).toBeDefined();
    });

    it.each(['../../etc/passwd', '', 'ABCD'.repeat(16), `${sha256}0`, `${sha256}/..`])(
      'refuses the name "%s"',
      async (name) => {
        await expect(blobs.get(name)).rejects.toThrow('named by');
        await expect(blobs.erase(name)).rejects.toThrow('named by');
      },
    );
  });
}
