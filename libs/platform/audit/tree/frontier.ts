import { assert } from '#kernel/assert/assert';
import type { Hash } from '#platform/audit/tree/hash';
import { EMPTY_ROOT, nodeHash } from '#platform/audit/tree/hash';

/** A frontier as JSON: what a tree needs to remember in order to go on growing. Hashes are lower-case hexadecimal. */
export interface FrontierJson {
  readonly size: number;
  readonly hashes: readonly string[];
}

/**
 * A Merkle tree (RFC 6962 section 2.1) that only grows: it keeps the roots of its complete subtrees, one for each bit set
 * in its size, largest first. Appending costs two hashes on average, whatever the size.
 */
export class Frontier {
  private constructor(
    private count: number,
    private readonly subtrees: Hash[],
  ) {}

  static empty(): Frontier {
    return new Frontier(0, []);
  }

  static fromJson({ size, hashes }: FrontierJson): Frontier {
    assert(Number.isSafeInteger(size) && size >= 0, 'a tree size is a whole number', { size });
    assert(hashes.length === bitsSet(size), 'a frontier has one hash for each bit of its size', { size });
    assert(
      hashes.every((hash) => /^[0-9a-f]{64}$/.test(hash)),
      'a frontier hash is 64 hexadecimal digits',
    );
    return new Frontier(
      size,
      hashes.map((hash) => Buffer.from(hash, 'hex')),
    );
  }

  get size(): number {
    return this.count;
  }

  /** Adds a leaf, which merges with every complete subtree of its own growing size (as a carry does in addition). */
  append(leaf: Hash): void {
    let merged = leaf;
    for (let rest = this.count; rest % 2 === 1; rest = (rest - 1) / 2) {
      const left = this.subtrees.pop();
      assert(left !== undefined, 'a frontier without the subtree that its size promises', { size: this.count });
      merged = nodeHash(left, merged);
    }
    this.subtrees.push(merged);
    this.count += 1;
  }

  root(): Hash {
    return (
      this.subtrees.reduceRight<Hash | undefined>(
        (right, left) => (right === undefined ? left : nodeHash(left, right)),
        undefined,
      ) ?? EMPTY_ROOT
    );
  }

  toJSON(): FrontierJson {
    return { size: this.count, hashes: this.subtrees.map((hash) => hash.toString('hex')) };
  }
}

/** The root over leaves in order. */
export function rootOf(leaves: Iterable<Hash>): Hash {
  const frontier = Frontier.empty();
  for (const leaf of leaves) frontier.append(leaf);
  return frontier.root();
}

function bitsSet(size: number): number {
  return size.toString(2).replaceAll('0', '').length;
}
