import { leafHash } from '#platform/audit/tree/hash';
import { LeafFile } from '#platform/audit/tree/leaf-file';
import { appendFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../../../test/support/temporary-folder';

const folder = temporaryFolder();
afterAll(() => folder.remove());
let count = 0;
const newPath = () => join(folder.path, `leaves ${(count += 1)}`);
const leaf = (n: number) => leafHash(String(n));

function filled(path: string, size: number): LeafFile {
  const leaves = LeafFile.openOrMake(path);
  for (let n = 0; n < size; n += 1) leaves.put(n, leaf(n));
  return leaves;
}

it('keeps 32 bytes a leaf, private, over many stretches and openings', () => {
  const path = newPath();
  filled(path, 5_000).close();
  expect(statSync(path)).toMatchObject({ size: 160_000 });
  expect(statSync(path).mode & 0o777).toBe(0o600);
  const again = LeafFile.open(path);
  expect(again.size).toBe(5_000);
  for (const n of [0, 2_047, 2_048, 4_999, 3]) expect(again.at(n)).toEqual(leaf(n));
  expect(again.at(5_000)).toBeUndefined();
  again.put(5_000, leaf(5_000));
  expect(again.at(5_000)).toEqual(leaf(5_000));
  again.close();
  expect(LeafFile.read(path).size).toBe(5_001);
});

it('never changes a leaf that is there, and takes the next one only', () => {
  const leaves = filled(newPath(), 3);
  leaves.put(1, leaf(99));
  expect(leaves.at(1)).toEqual(leaf(1));
  expect(() => leaves.put(4, leaf(4))).toThrow('in order');
});

it('cuts a leaf that a crash left half written, and writes it again', () => {
  const path = newPath();
  filled(path, 2).close();
  appendFileSync(path, leaf(2).subarray(0, 20));
  const leaves = LeafFile.open(path);
  expect(leaves.size).toBe(2);
  leaves.put(2, leaf(2));
  leaves.close();
  expect(readFileSync(path)).toEqual(Buffer.concat([leaf(0), leaf(1), leaf(2)]));
});

it('takes zeros, as a power cut leaves them, for nothing', () => {
  const path = newPath();
  writeFileSync(path, Buffer.concat([leaf(0), Buffer.alloc(32)]));
  const leaves = LeafFile.read(path);
  expect([leaves.at(0), leaves.at(1)]).toEqual([leaf(0), undefined]);
});

it('may be grown by two at once, who know the same leaves', () => {
  const path = newPath();
  const [one, other] = [filled(path, 3), LeafFile.open(path)];
  for (let n = 0; n < 5; n += 1) other.put(n, leaf(n));
  one.put(3, leaf(3));
  other.close();
  one.close();
  const leaves = LeafFile.read(path);
  expect(Array.from({ length: leaves.size }, (_, n) => leaves.at(n))).toEqual([0, 1, 2, 3, 4].map(leaf));
});
