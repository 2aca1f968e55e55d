import type { Hash } from '#platform/audit/tree/hash';
import { EMPTY_ROOT, nodeHash } from '#platform/audit/tree/hash';

export interface InclusionClaim {
  readonly index: number;
  readonly size: number;
  readonly leaf: Hash;
  readonly proof: readonly Hash[];
  readonly root: Hash;
}

/** True when `leaf` is at `index` of the tree with that size and root (RFC 9162 section 2.1.3.2). */
export function verifyInclusion({ index, size, leaf, proof, root }: InclusionClaim): boolean {
  if (!isCount(index) || !isCount(size) || index >= size) return false;
  let fn = index;
  let sn = size - 1;
  let hash = leaf;
  for (const sibling of proof) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      hash = nodeHash(sibling, hash);
      // The last leaf of a tree that is not full has no sibling on some levels: climb past them.
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && hash.equals(root);
}

export interface ConsistencyClaim {
  readonly first: number;
  readonly second: number;
  readonly firstRoot: Hash;
  readonly secondRoot: Hash;
  readonly proof: readonly Hash[];
}

/** True when the second tree has the first as its beginning (RFC 9162 section 2.1.4.2). */
export function verifyConsistency({ first, second, firstRoot, secondRoot, proof }: ConsistencyClaim): boolean {
  if (!isCount(first) || !isCount(second) || first > second) return false;
  if (first === second) return proof.length === 0 && firstRoot.equals(secondRoot);
  // Every tree continues the empty one; the RFC leaves that case out.
  if (first === 0) return proof.length === 0 && firstRoot.equals(EMPTY_ROOT);
  const path = isPowerOfTwo(first) ? [firstRoot, ...proof] : proof;
  const roots = climb(first - 1, second - 1, path);
  return roots !== undefined && roots.first.equals(firstRoot) && roots.second.equals(secondRoot);
}

/** Both roots as the path gives them; undefined when it is too short or too long for the sizes. */
function climb(
  last: number,
  end: number,
  [start, ...rest]: readonly Hash[],
): { first: Hash; second: Hash } | undefined {
  if (start === undefined) return undefined;
  let [fn, sn] = [last, end];
  while (fn % 2 === 1) [fn, sn] = [half(fn), half(sn)];
  let [first, second] = [start, start];
  for (const hash of rest) {
    if (sn === 0) return undefined;
    if (fn % 2 === 1 || fn === sn) {
      [first, second] = [nodeHash(hash, first), nodeHash(hash, second)];
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      second = nodeHash(second, hash);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 ? { first, second } : undefined;
}

// Not `>> 1`: a shift would cut sizes at 32 bits.
const half = (n: number): number => Math.floor(n / 2);
const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;
const isPowerOfTwo = (n: number): boolean => Number.isInteger(Math.log2(n));
