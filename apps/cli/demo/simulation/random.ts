import { present } from '#kernel/assert/assert';
import { sha256 } from '#kernel/codec/digest';

/**
 * Chance that can be had again: mulberry32 (32 bits of state, one multiplication a draw), seeded by a name. Each partner's
 * year draws from its own, so that one more draw in one of them leaves all others as they were.
 */
export class Random {
  private state: number;

  constructor(name: string) {
    this.state = Number.parseInt(sha256(name).slice(0, 8), 16);
  }

  /** In [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `from` to `to`, both included. */
  int(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  /** True so often, of one. */
  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(items: readonly T[]): T {
    return present(items[this.int(0, items.length - 1)], 'an item to pick');
  }

  /** An item, each as often as its weight says. */
  weighted<T>(items: readonly (readonly [item: T, weight: number])[]): T {
    const total = items.reduce((sum, [, weight]) => sum + weight, 0);
    let left = this.next() * total;
    const found = items.find(([, weight]) => (left -= weight) < 0);
    return present(found ?? items.at(-1), 'an item to weigh')[0];
  }
}
