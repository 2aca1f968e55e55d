import { EMPTY_ROOT } from '#platform/audit/tree/hash';
import type { Frontier } from '#platform/audit/tree/frontier';
import type { TreeHead, Verification } from '#platform/audit/verify/verification';

type Bad = Extract<Verification, { kind: 'bad' }>;

/** Holds the growing tree against the tree heads that somebody kept. */
export class CheckpointChecker {
  private readonly ahead: TreeHead[];
  private goodSize = 0;

  constructor(checkpoints: readonly TreeHead[]) {
    this.ahead = checkpoints.toSorted((a, b) => a.size - b.size);
  }

  /** What is wrong when the tree has just reached the size of a kept head and has another root. */
  compare(tree: Frontier): Bad | undefined {
    for (let next = this.ahead[0]; next !== undefined && next.size <= tree.size; next = this.ahead[0]) {
      this.ahead.shift();
      const root = next.size === 0 ? EMPTY_ROOT : tree.root();
      if (!root.equals(next.root)) return this.changedBefore(next.size);
      this.goodSize = next.size;
    }
    return undefined;
  }

  /** What is wrong when the log ends before a kept head. */
  missing(size: number): Bad | undefined {
    const last = this.ahead.at(-1);
    if (last === undefined || last.size <= size) return undefined;
    return {
      kind: 'bad',
      badPosition: size,
      why: `the log ends after ${size} events, but a checkpoint was made of ${last.size}: the end is missing`,
    };
  }

  private changedBefore(size: number): Bad {
    const why =
      `the first ${size} events do not have the root that the checkpoint of ${size} states: one of the events ` +
      `${this.goodSize} to ${size - 1} is not what it was`;
    return { kind: 'bad', badPosition: this.goodSize, before: size, why };
  }
}
