import { present } from '#kernel/assert/assert';
import type { LogIndex } from '#platform/event-store/log-index/log-index';
import { INDEX_EVERY } from '#platform/event-store/log-index/log-index';

/**
 * Tells the server's positions as sequences. What this process counted is in memory (eight bytes an event); what lies
 * before is read from the index by the stretch when somebody asks.
 */
export class PositionIndex {
  private readonly stretches = new Map<number, readonly number[]>();
  private open: number[] = [];

  private constructor(
    private readonly index: LogIndex,
    private readonly borders: number[],
  ) {}

  static async from(index: LogIndex): Promise<PositionIndex> {
    return new PositionIndex(index, [...(await index.borders())]);
  }

  /** How many events have their position here. */
  get size(): number {
    return this.borders.length * INDEX_EVERY + this.open.length;
  }

  /** Takes the position of the next event; gives the stretch that it completes. */
  add(position: number): readonly number[] | undefined {
    this.open.push(position);
    if (this.open.length < INDEX_EVERY) return undefined;
    const full = this.open;
    this.open = [];
    this.stretches.set(this.borders.length, full);
    this.borders.push(position);
    return full;
  }

  /** The sequence of the event at `position`; undefined when no event that was counted stands there. */
  async sequenceAt(position: number): Promise<number | undefined> {
    const stretch = lowerBound(this.borders, position);
    const positions = stretch === this.borders.length ? this.open : await this.stretch(stretch);
    const place = lowerBound(positions, position);
    return positions[place] === position ? stretch * INDEX_EVERY + place : undefined;
  }

  private async stretch(number: number): Promise<readonly number[]> {
    const known = this.stretches.get(number);
    if (known !== undefined) return known;
    const entry = await this.index.at((number + 1) * INDEX_EVERY - 1);
    const { positions } = present(entry, `entry ${number} of the log index`);
    this.stretches.set(number, positions);
    return positions;
  }
}

/** The place of the first number that is not below `wanted`; the length when all are. */
function lowerBound(numbers: readonly number[], wanted: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? Infinity) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
