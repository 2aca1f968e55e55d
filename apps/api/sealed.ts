import { canonical } from '#kernel/codec/canonical';
import { sha256 } from '#kernel/codec/digest';
import type { PartnerId } from '#kernel/ids/entity-id';
import type { Uuid } from '#kernel/ids/uuid';
import type { BlobStore } from '#platform/blobs/port/blob-store';
import type { DetailsKind } from '#platform/security-log/port/security-log';
import { createHmac, randomBytes } from 'node:crypto';
import { keyIn } from './key-file';

/** Details that were put away, as commands name them. */
export interface SealedDetails {
  readonly sha256: string;
  readonly bytes: number;
}

/** Details that were put away: whose they are (null for those that were put away before that was written down). */
export interface OpenedDetails {
  readonly about: PartnerId | null;
  readonly details: object;
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
  seal(
    kind: DetailsKind,
    about: PartnerId,
    details: object,
    commandId: Uuid,
  ): SealedDetails & { readonly store: () => Promise<unknown> } {
    const salt = createHmac('sha256', this.key).update(`${commandId}/${kind}`).digest('hex');
    const bytes = Buffer.from(canonical({ about, kind, details, salt }));
    return { sha256: sha256(bytes), bytes: bytes.length, store: () => this.blobs.put(bytes) };
  }

  /** The details of this kind under a name; undefined when there are none, or no more. */
  async open(kind: DetailsKind, name: string): Promise<OpenedDetails | undefined> {
    const bytes = await this.blobs.get(name);
    if (bytes === undefined) return undefined;
    const found = parsed(bytes);
    if (found?.kind !== kind || found.details === undefined) return undefined;
    return { about: found.about ?? null, details: found.details };
  }
}

/** Evidence lies in the same store: most of it is no JSON at all. */
function parsed(bytes: Uint8Array): Partial<OpenedDetails & { readonly kind: unknown }> | undefined {
  try {
    return Object(JSON.parse(Buffer.from(bytes).toString())) as object;
  } catch {
    return undefined;
  }
}
