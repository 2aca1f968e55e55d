import { canonical } from '#kernel/codec/canonical';
import { sha256 } from '#kernel/codec/digest';
import type { Uuid } from '#kernel/ids/uuid';
import type { BlobStore } from '#platform/blobs/port/blob-store';
import { createHmac, randomBytes } from 'node:crypto';
import { keyIn } from './key-file';

/** Details that were put away, as commands name them. */
export interface SealedDetails {
  readonly sha256: string;
  readonly bytes: number;
}

/** The secret that short details are salted with, or their hash could be guessed. */
export const saltKeyIn = (dataDir: string): Buffer =>
  keyIn(dataDir, 'salt', 'a request repeated from before is taken for another');

/**
 * Puts what must not stand in the log into the blob store, salted by the command that brings it: a retry makes the same
 * bytes, and the same account under another command makes others (architecture.md, personal data).
 */
export class Sealed {
  constructor(
    private readonly blobs: BlobStore,
    private readonly key: Buffer = randomBytes(32),
  ) {}

  /** What the details will be called, and the way to put them away; a dry run does not. */
  seal(kind: string, details: object, commandId: Uuid): SealedDetails & { readonly store: () => Promise<unknown> } {
    const salt = createHmac('sha256', this.key).update(`${commandId}/${kind}`).digest('hex');
    const bytes = Buffer.from(canonical({ kind, details, salt }));
    return { sha256: sha256(bytes), bytes: bytes.length, store: () => this.blobs.put(bytes) };
  }

  /** The details of this kind under a name; undefined when there are none, or no more. */
  async open(kind: string, name: string): Promise<object | undefined> {
    const bytes = await this.blobs.get(name);
    if (bytes === undefined) return undefined;
    const found = parsed(bytes);
    return found?.kind === kind ? found.details : undefined;
  }
}

/** Evidence lies in the same store: most of it is no JSON at all. */
function parsed(bytes: Uint8Array): { readonly kind?: unknown; readonly details?: object } | undefined {
  try {
    return Object(JSON.parse(Buffer.from(bytes).toString())) as { readonly kind?: unknown; readonly details?: object };
  } catch {
    return undefined;
  }
}
