import type { Instant } from '#kernel/time/instant';
import { instant } from '#kernel/time/instant';
import { KnownAtIndex } from '#platform/runtime/as-of/known-at-index';
import { sequenceAt } from '#platform/runtime/as-of/sequence-at';
import fc from 'fast-check';
import { ToyLog, Weather } from '../support/toy-log';

const at = (second: number): Instant => instant(new Date(Date.UTC(2026, 3, 1, 7) + second * 1_000).toISOString());
const event = Weather({ sky: 'grey' });

describe('the position of an instant: the greatest n with knownAt(n) ≤ it (G20)', () => {
  it('counts an event that was recorded late from when it was known', async () => {
    const log = new ToyLog();
    // The third is recorded with a clock that had gone back: known only when the second was.
    for (const second of [10, 20, 15, 30]) await log.appendAt(at(second), event);
    const index = new KnownAtIndex(log.store);
    expect(await index.sequenceAt(at(9))).toBe(-1);
    expect(await index.sequenceAt(at(10))).toBe(0);
    expect(await index.sequenceAt(at(19))).toBe(0);
    expect(await index.sequenceAt(at(20))).toBe(2);
    expect(await index.sequenceAt(at(99))).toBe(3);
    expect(await index.knownAt(-1)).toBeNull();
    expect(await index.knownAt(2)).toBe(at(20));
  });

  it('sees what was appended after it was built', async () => {
    const log = new ToyLog();
    const index = new KnownAtIndex(log.store);
    expect(await index.sequenceAt(at(50))).toBe(-1);
    await log.appendAt(at(1), event, event);
    expect(await index.sequenceAt(at(50))).toBe(1);
    expect(await index.knownAt(1)).toBe(at(1));
    await expect(index.knownAt(2)).rejects.toThrow('beyond the log');
  });

  it('equals the definition, for any log and any instant, by bisection and from an index that grows', async () => {
    const seconds = fc.array(fc.nat(40), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(seconds, seconds, fc.nat(45), async (first, second, asked) => {
        const log = new ToyLog();
        const index = new KnownAtIndex(log.store);
        for (const each of first) await log.appendAt(at(each), event);
        await index.sequenceAt(at(asked));
        for (const each of second) await log.appendAt(at(each), event);
        const all = [...first, ...second];
        const known = all.map((_, n) => Math.max(...all.slice(0, n + 1)));
        const position = known.findLastIndex((each) => each <= asked);
        expect([await index.sequenceAt(at(asked)), await sequenceAt(at(asked), log.store)]).toEqual([
          position,
          position,
        ]);
        for (const [n, each] of known.entries()) expect(await index.knownAt(n)).toBe(at(each));
      }),
    );
  });

  it('holds more changes than its columns began with', async () => {
    const log = new ToyLog();
    for (let n = 0; n < 2_500; n += 1) await log.appendAt(at(n), event);
    const index = new KnownAtIndex(log.store);
    expect(await index.sequenceAt(at(2_345))).toBe(2_345);
    expect(await index.knownAt(1_500)).toBe(at(1_500));
  });
});
