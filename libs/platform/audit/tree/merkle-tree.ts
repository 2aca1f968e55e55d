import { assert, present } from '#kernel/assert/assert';
import type { Hash } from '#platform/audit/tree/hash';
import { EMPTY_ROOT, nodeHash } from '#platform/audit/tree/hash';

/**
 * A Merkle tree that can prove: it keeps the root of every complete subtree, so that a proof costs some log² n hashes.
 * Proofs can be asked for any earlier size as well, because a tree that only grows contains all its earlier ones.
 */
export class MerkleTree {
  /** `levels[k][i]` is the root over the leaves [i·2ᵏ, (i+1)·2ᵏ). */
  private readonly levels: Hash[][] = [[]];

  static of(leaves: Iterable<Hash>): MerkleTree {
    const tree = new MerkleTree();
    for (const leaf of leaves) tree.append(leaf);
    return tree;
  }

  get size(): number {
    return this.level(0).length;
  }

  append(leaf: Hash): void {
    let hash = leaf;
    for (let k = 0; ; k += 1) {
      const level = this.level(k);
      level.push(hash);
      const left = level.length % 2 === 0 ? level.at(-2) : undefined;
      if (left === undefined) return;
      hash = nodeHash(left, hash);
    }
  }

  /** The root as it was when the tree had `size` leaves. */
  root(size = this.size): Hash {
    this.assertSize(size);
    return size === 0 ? EMPTY_ROOT : this.over(0, size);
  }

  /** Proof that leaf `index` is in the tree of `size` leaves (RFC 9162 section 2.1.3.1). */
  inclusionProof(index: number, size = this.size): Hash[] {
    this.assertSize(size);
    assert(Number.isSafeInteger(index) && index >= 0 && index < size, 'no such leaf in the tree', { index, size });
    return this.path(index, 0, size);
  }

  /** Proof that the tree of `second` leaves continues the tree of `first` (RFC 9162 section 2.1.4.1). */
  consistencyProof(first: number, second = this.size): Hash[] {
    this.assertSize(second);
    assert(Number.isSafeInteger(first) && first >= 0 && first <= second, 'not an earlier size', { first, second });
    return first === 0 || first === second ? [] : this.subproof(first, 0, second, true);
  }

  /** PATH of the RFC over the leaves [start, end). */
  private path(index: number, start: number, end: number): Hash[] {
    if (end - start === 1) return [];
    const middle = start + largestPowerBelow(end - start);
    return index < middle
      ? [...this.path(index, start, middle), this.over(middle, end)]
      : [...this.path(index, middle, end), this.over(start, middle)];
  }

  /** SUBPROOF of the RFC over [start, end): `known` while the verifier already has the root over [start, first). */
  private subproof(first: number, start: number, end: number, known: boolean): Hash[] {
    if (first === end) return known ? [] : [this.over(start, end)];
    const middle = start + largestPowerBelow(end - start);
    return first <= middle
      ? [...this.subproof(first, start, middle, known), this.over(middle, end)]
      : [...this.subproof(first, middle, end, false), this.over(start, middle)];
  }

  /** The root over the leaves [start, end); `start` is a multiple of the power of two at or above the length. */
  private over(start: number, end: number): Hash {
    const length = end - start;
    const complete = Number.isInteger(Math.log2(length)) ? this.levels[Math.log2(length)]?.[start / length] : undefined;
    if (complete !== undefined) return complete;
    const middle = start + largestPowerBelow(length);
    return nodeHash(this.over(start, middle), this.over(middle, end));
  }

  private level(k: number): Hash[] {
    if (k === this.levels.length) this.levels.push([]);
    return present(this.levels[k], 'a level of the tree');
  }

  private assertSize(size: number): void {
    assert(Number.isSafeInteger(size) && size >= 0 && size <= this.size, 'the tree never had that size', { size });
  }
}

/** The largest power of two below `n`, which is at least 2: where the RFC splits a tree. */
function largestPowerBelow(n: number): number {
  let power = 1;
  while (power * 2 < n) power *= 2;
  return power;
}
