import type { Hash } from '#platform/audit/tree/hash';

/** A tree head that somebody kept outside: how many events there were and their root. */
export interface TreeHead {
  readonly size: number;
  readonly root: Hash;
}

export interface VerifyOptions {
  /** Kept tree heads in any order. The log must contain each: that shows edits, insertions, removals and truncation. */
  readonly checkpoints?: readonly TreeHead[];
  /**
   * The leaf hash stored for a position, if one is: names the first changed event exactly. Whoever changed the log may
   * have changed these too; the checkpoints then still show it, less exactly.
   */
  readonly leafAt?: (position: number) => Hash | undefined;
  /**
   * What a server asks at its start: an event whose bytes have the leaf hash that is stored was held to every rule when
   * that was stored, or written by this program, and is not held to them again. A third of the time.
   */
  readonly trustLeaves?: boolean;
  /** Told the leaf hash of every event that is good, in order: for whoever stores them. */
  readonly onLeaf?: (position: number, leaf: Hash) => void;
  /** Called now and then with the number of events that are good so far. */
  readonly onProgress?: (size: number) => void;
}

export type Verification =
  | { readonly kind: 'good'; readonly size: number; readonly root: Hash }
  | {
      readonly kind: 'bad';
      /** The first position of which it is known that something is wrong; in the log's own numbering, from 0. */
      readonly badPosition: number;
      /** Where only a stretch is known: the change lies at or after `badPosition` and before this. */
      readonly before?: number;
      readonly why: string;
    };
