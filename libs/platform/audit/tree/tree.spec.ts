import * as fc from 'fast-check';
import type { Hash } from '#platform/audit/tree/hash';
import { EMPTY_ROOT, leafHash, nodeHash } from '#platform/audit/tree/hash';
import { Frontier, rootOf } from '#platform/audit/tree/frontier';
import { MerkleTree } from '#platform/audit/tree/merkle-tree';
import { verifyConsistency, verifyInclusion } from '#platform/audit/tree/verify-proof';

const bytes = (hex: string): Hash => Buffer.from(hex, 'hex');
const hex = (hashes: readonly Hash[]): string[] => hashes.map((hash) => hash.toString('hex'));

/** The tree of eight leaves on which implementations of RFC 6962 are tried (certificate-transparency, merkle tests). */
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const leaves = LEAVES.map((leaf) => leafHash(bytes(leaf)));

describe('the known vectors of RFC 6962', () => {
  const tree = MerkleTree.of(leaves);

  it('has the hash of nothing as its empty root', () => {
    expect(hex([rootOf([]), new MerkleTree().root(), EMPTY_ROOT])).toEqual(
      new Array(3).fill('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'),
    );
  });

  it.each(ROOTS.map((root, i) => [i + 1, root] as const))('has the known root over %i leaves', (size, root) => {
    expect(hex([rootOf(leaves.slice(0, size)), tree.root(size)])).toEqual([root, root]);
  });

  it('proves leaf 0 of 8 and leaf 5 of 8 by the known hashes', () => {
    expect(hex(tree.inclusionProof(0))).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ]);
    expect(hex(tree.inclusionProof(5))).toEqual([
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
  });

  it('proves that 8 leaves continue 6 by the known hashes', () => {
    expect(hex(tree.consistencyProof(6))).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
  });
});

/** MTH of the RFC, word for word. */
function treeHead(all: readonly Hash[]): Hash {
  if (all.length === 0) return EMPTY_ROOT;
  if (all.length === 1) return all[0]!;
  let k = 1;
  while (k * 2 < all.length) k *= 2;
  return nodeHash(treeHead(all.slice(0, k)), treeHead(all.slice(k)));
}

const manyLeaves = (n: number): Hash[] => Array.from({ length: n }, (_, i) => leafHash(`leaf ${i}`));
/** An earlier size, a later one and a leaf of the earlier. */
const sizes = fc
  .tuple(fc.nat(200), fc.nat(200), fc.nat())
  .map(([a, b, i]) => ({ first: Math.min(a, b) + 1, second: Math.max(a, b) + 1, index: i % (Math.min(a, b) + 1) }));
const tree = MerkleTree.of(manyLeaves(201));
const flipped = (hash: Hash): Hash => Buffer.concat([Buffer.of(hash[0]! ^ 1), hash.subarray(1)]);

describe('trees of any size', () => {
  it('have the root that the RFC defines, however it is computed', () => {
    fc.assert(
      fc.property(fc.nat(200), (n) => {
        const defined = treeHead(manyLeaves(n));
        expect(rootOf(manyLeaves(n))).toEqual(defined);
        expect(tree.root(n)).toEqual(defined);
      }),
    );
  });

  it('go on from a stored frontier as if they had never stopped', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), (a, b) => {
        const begun = Frontier.empty();
        for (const leaf of manyLeaves(a + b).slice(0, a)) begun.append(leaf);
        const resumed = Frontier.fromJson(JSON.parse(JSON.stringify(begun)));
        for (const leaf of manyLeaves(a + b).slice(a)) resumed.append(leaf);
        expect([resumed.size, resumed.root()]).toEqual([a + b, rootOf(manyLeaves(a + b))]);
      }),
    );
  });

  it('prove every leaf, and nothing else', () => {
    fc.assert(
      fc.property(sizes, ({ index, second: size }) => {
        const leaf = leafHash(`leaf ${index}`);
        const claim = { index, size, leaf, proof: tree.inclusionProof(index, size), root: tree.root(size) };
        expect(verifyInclusion(claim)).toBe(true);
        expect(verifyInclusion({ ...claim, leaf: flipped(leaf) })).toBe(false);
        expect(verifyInclusion({ ...claim, root: flipped(claim.root) })).toBe(false);
        expect(verifyInclusion({ ...claim, index: size })).toBe(false);
        expect(verifyInclusion({ ...claim, proof: [...claim.proof, leaf] })).toBe(false);
        if (size > 1) expect(verifyInclusion({ ...claim, proof: claim.proof.slice(1) })).toBe(false);
        if (size > 1) expect(verifyInclusion({ ...claim, leaf: claim.root, proof: [] })).toBe(false);
        if (size > 1) expect(verifyInclusion({ ...claim, index: (index + 1) % size })).toBe(false);
      }),
    );
  });

  it('prove that they continue every earlier one, and nothing else', () => {
    fc.assert(
      fc.property(sizes, ({ first, second }) => {
        const proof = tree.consistencyProof(first, second);
        const claim = { first, second, firstRoot: tree.root(first), secondRoot: tree.root(second), proof };
        expect(verifyConsistency(claim)).toBe(true);
        expect(verifyConsistency({ ...claim, firstRoot: flipped(claim.firstRoot) })).toBe(false);
        expect(verifyConsistency({ ...claim, secondRoot: flipped(claim.secondRoot) })).toBe(false);
        expect(verifyConsistency({ ...claim, proof: [...proof, EMPTY_ROOT] })).toBe(false);
        if (first < second) expect(verifyConsistency({ ...claim, proof: proof.slice(1) })).toBe(false);
        if (first < second) expect(verifyConsistency({ ...claim, first: second, second: first })).toBe(false);
      }),
    );
  });

  it('continue the empty tree without a proof, if it is the empty tree', () => {
    const claim = { first: 0, second: 3, firstRoot: EMPTY_ROOT, secondRoot: tree.root(3), proof: [] };
    expect(verifyConsistency(claim)).toBe(true);
    expect(verifyConsistency({ ...claim, firstRoot: tree.root(1) })).toBe(false);
  });

  it.each([
    ['a hash too few', { size: 3, hashes: [] }],
    ['a size below nothing', { size: -1, hashes: [] }],
    ['something else than a hash', { size: 1, hashes: ['no hash'] }],
  ])('do not go on from %s', (_, stored) => {
    expect(() => Frontier.fromJson(stored)).toThrow();
  });
});
