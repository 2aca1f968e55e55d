/** How a blob is named: the lower-case hexadecimal SHA-256 of its bytes. */
export interface BlobReference {
  readonly sha256: string;
  readonly bytes: number;
}

/**
 * What must not enter the log: names, bank details, evidence files (G29). Events carry the reference, so the log proves
 * what a blob was without containing it, and erasing it leaves every proof intact. Callers salt short content, or its hash
 * could be guessed. One contract suite (test/contracts/blobs) holds every adapter to this text.
 */
export abstract class BlobStore {
  /** Keeps the bytes; durable when it resolves. Putting the same bytes again gives the same reference. */
  abstract put(bytes: Uint8Array): Promise<BlobReference>;

  /** The bytes, proved against their name; undefined when they were never put or are erased. Stops when they have rotted. */
  abstract get(sha256: string): Promise<Uint8Array | undefined>;

  /** Makes the bytes unreadable for good; durable when it resolves. Nothing to erase is no error. */
  abstract erase(sha256: string): Promise<void>;
}

export const isSha256 = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);
