import { assert } from '#kernel/assert/assert';
import type { Hash } from '#platform/audit/tree/hash';
import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';

const HASH_BYTES = 32;
/** Read and written in stretches of so many leaves. */
const STRETCH = 2_048;
// No SHA-256 is this: a file system that lost power in mid-growth leaves zeros, which are no leaf and no finding.
const NOTHING = Buffer.alloc(HASH_BYTES);

/**
 * The leaf hashes of a log in a file of their own, 32 bytes an event: by them a later edit in the log is named exactly.
 * Derived and disposable, so it needs no fsync. A leaf is written at its own place and never twice, so that a server and
 * `rpn verify` may grow the file at once: both write the same bytes.
 */
export class LeafFile {
  private readonly waiting: Hash[] = [];
  private stretch = Buffer.alloc(0);
  private stretchFrom = 0;

  private constructor(
    private readonly file: number,
    private stored: number,
  ) {}

  /** Opens a file that is there, to read and grow it. */
  static open(path: string): LeafFile {
    return LeafFile.of(openSync(path, 'r+'));
  }

  /** The same, and makes the file (0600) when it is missing. */
  static openOrMake(path: string): LeafFile {
    closeSync(openSync(path, 'a', 0o600));
    return LeafFile.open(path);
  }

  /** Opens the file for reading only. */
  static read(path: string): LeafFile {
    return LeafFile.of(openSync(path, 'r'));
  }

  private static of(file: number): LeafFile {
    return new LeafFile(file, Math.floor(fstatSync(file).size / HASH_BYTES));
  }

  /** How many leaves there are, those not yet flushed too. */
  get size(): number {
    return this.stored + this.waiting.length;
  }

  /** The stored leaf of a position; undefined beyond the end and where a crash left nothing. */
  at(position: number): Hash | undefined {
    if (position >= this.stored) return this.waiting[position - this.stored];
    const start = position - (position % STRETCH);
    if (this.stretch.length === 0 || this.stretchFrom !== start) this.load(start);
    const leaf = this.stretch.subarray((position - start) * HASH_BYTES, (position - start + 1) * HASH_BYTES);
    return leaf.length < HASH_BYTES || leaf.equals(NOTHING) ? undefined : leaf;
  }

  /** Adds the leaf of the next position; a position that has one is left as it is. */
  put(position: number, leaf: Hash): void {
    if (position < this.size) return;
    assert(position === this.size, 'leaves are stored in order', { position, size: this.size });
    this.waiting.push(leaf);
    if (this.waiting.length >= STRETCH) this.flush();
  }

  flush(): void {
    if (this.waiting.length === 0) return;
    const bytes = Buffer.concat(this.waiting);
    writeSync(this.file, bytes, 0, bytes.length, this.stored * HASH_BYTES);
    this.stored += this.waiting.length;
    this.waiting.length = 0;
    this.stretch = Buffer.alloc(0);
  }

  close(): void {
    this.flush();
    closeSync(this.file);
  }

  private load(start: number): void {
    const bytes = Buffer.alloc(Math.min(STRETCH, this.stored - start) * HASH_BYTES);
    const read = readSync(this.file, bytes, 0, bytes.length, start * HASH_BYTES);
    this.stretch = bytes.subarray(0, read);
    this.stretchFrom = start;
  }
}
