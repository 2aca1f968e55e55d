import { fork, ForkedMap } from '#platform/runtime/handle/fork';
import fc from 'fast-check';

interface Ledger {
  readonly claims: Map<string, { status: string; readonly rivals: Set<string> }>;
  count: number;
}

const aLedger = (): Ledger => ({
  claims: new Map([
    ['a', { status: 'claimed', rivals: new Set() }],
    ['b', { status: 'claimed', rivals: new Set(['a']) }],
  ]),
  count: 2,
});

it('a fork is evolved, and what it comes from stands as it stood', () => {
  const state = aLedger();
  const forked = fork(state);
  forked.claims.get('a')!.status = 'approved';
  forked.claims.get('b')!.rivals.clear();
  forked.claims.set('c', { status: 'claimed', rivals: new Set() });
  forked.count = 3;
  expect([...forked.claims].map(([id, { status, rivals }]) => [id, status, rivals.size])).toEqual([
    ['a', 'approved', 0],
    ['b', 'claimed', 0],
    ['c', 'claimed', 0],
  ]);
  expect(forked.count).toBe(3);
  expect(state).toEqual(aLedger());
});

it('a state that is not plain data cannot be forked, and says so', () => {
  expect(() => fork(new Map())).toThrow('a state is plain data');
  expect(() => fork({ claims: [new Date(0)] })).toThrow('a state is plain data');
});

const key = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const act = fc.oneof(
  fc.record({ does: fc.constant('set' as const), key, value: fc.integer() }),
  fc.record({ does: fc.constantFrom('get' as const, 'delete' as const, 'clear' as const), key, value: fc.constant(0) }),
);

it('a forked map answers as a copied one would, in the same order, and leaves its base alone', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(key, fc.integer()), { selector: ([k]) => k }), fc.array(act), (base, acts) => {
      const [under, copied] = [new Map(base), new Map(base)];
      const forked = new ForkedMap(under);
      const doIn = (map: Map<string, number>) =>
        acts.map(({ does, key: k, value }) => [does === 'set' ? void map.set(k, value) : map[does](k), map.has(k)]);
      expect(doIn(forked)).toEqual(doIn(copied));
      expect([...forked]).toEqual([...copied]);
      expect([[...forked.keys()], [...forked.values()], forked.size]).toEqual([
        ...[[...copied.keys()], [...copied.values()]],
        copied.size,
      ]);
      expect([...under]).toEqual(base);
    }),
  );
});
