import type { SequencedEvent } from '#kernel/decider/event';
import type { AnyProjection } from '#kernel/decider/projection';
import { foldEvent } from '#platform/runtime/project/fold-event';

interface Count {
  readonly n: number;
}

/** Counts events a document; deletes at three, throws on the key `bad`. */
const counting: AnyProjection = {
  view: { name: 'counts', version: 1 },
  types: [],
  keys: () => [],
  fold: (count: Count | undefined, _, key): Count | null => {
    if (key === 'bad') throw new Error('no fold of this');
    const n = (count?.n ?? 0) + 1;
    return n === 3 ? null : { n };
  },
};
const event = {} as SequencedEvent;

describe('folding one event', () => {
  it('touches every document that it names, each once', () => {
    const documents = new Map<string, object>([['a', { n: 1 }]]);
    const touched = new Set<string>();
    foldEvent(counting, event, ['a', 'b', 'a'], documents, touched);
    expect(documents).toEqual(
      new Map([
        ['a', { n: 2 }],
        ['b', { n: 1 }],
      ]),
    );
    expect(touched).toEqual(new Set(['a', 'b']));
  });

  it('deletes where the fold gives null', () => {
    const documents = new Map<string, object>([
      ['a', { n: 2 }],
      ['b', { n: 2 }],
    ]);
    foldEvent(counting, event, ['a'], documents);
    foldEvent(counting, event, ['b', 'c'], documents);
    expect(documents).toEqual(new Map([['c', { n: 1 }]]));
  });

  it('touches none when the fold of any throws', () => {
    const documents = new Map<string, object>([['a', { n: 1 }]]);
    expect(() => foldEvent(counting, event, ['a', 'bad'], documents)).toThrow('no fold of this');
    expect(documents).toEqual(new Map([['a', { n: 1 }]]));
  });

  it('does not count as touched what stays the same', () => {
    const still: AnyProjection = { ...counting, fold: (count: Count | undefined) => count ?? null };
    const touched = new Set<string>();
    foldEvent(still, event, ['a', 'absent'], new Map([['a', { n: 1 }]]), touched);
    expect(touched).toEqual(new Set());
  });
});
