import { assert } from '#kernel/assert/assert';

/**
 * A state that may be evolved without changing the one that it comes from, for as long as that one stands still. Maps are
 * forked, so the cost does not grow with the ledger; what else a state holds is copied. A state is plain data, and no part
 * of it is in two of its maps: each would get a copy of its own.
 */
export function fork<State extends object>(state: State): State {
  assert(isPlain(state), 'a state is plain data', { found: state.constructor.name });
  const parts = Object.entries(state).map(([name, part]) => [name, forkOf(part)]);
  return Object.fromEntries(parts) as State;
}

const forkOf = (part: unknown): unknown => (part instanceof Map ? new ForkedMap(part) : copyOf(part));

/** As `structuredClone`, which takes three times as long for things this small and lets pass what is not plain. */
function copyOf<T>(value: T): T {
  return (typeof value === 'object' && value !== null ? copyOfObject(value) : value) as T;
}

function copyOfObject(value: object): object {
  if (Array.isArray(value)) return value.map((part: unknown) => copyOf(part));
  if (value instanceof Set) return new Set([...value].map(copyOf));
  if (value instanceof Map) return new Map([...value].map(([key, part]) => [key, copyOf(part)]));
  assert(isPlain(value), 'a state is plain data', { found: value.constructor.name });
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, copyOf(part)]));
}

const isPlain = (value: object): boolean => Object.getPrototypeOf(value) === Object.prototype;

/**
 * A map on top of another, which it leaves as it is: it hands out copies of what lies there, keeps what is written to
 * itself, and has the order that the other would have after the same writes.
 */
export class ForkedMap<Key, Value> implements Map<Key, Value> {
  readonly [Symbol.toStringTag] = 'ForkedMap';
  /** In the place that they have in the base. */
  private readonly copies = new Map<Key, Value>();
  private readonly removed = new Set<Key>();
  /** Behind everything of the base. */
  private readonly added = new Map<Key, Value>();

  constructor(private readonly base: ReadonlyMap<Key, Value>) {}

  get size(): number {
    return this.base.size - this.removed.size + this.added.size;
  }

  has(key: Key): boolean {
    return this.added.has(key) || this.isInBase(key);
  }

  get(key: Key): Value | undefined {
    if (!this.isInBase(key)) return this.added.get(key);
    if (!this.copies.has(key)) this.copies.set(key, copyOf(this.base.get(key) as Value));
    return this.copies.get(key);
  }

  set(key: Key, value: Value): this {
    (this.isInBase(key) ? this.copies : this.added).set(key, value);
    return this;
  }

  delete(key: Key): boolean {
    if (!this.isInBase(key)) return this.added.delete(key);
    this.copies.delete(key);
    this.removed.add(key);
    return true;
  }

  clear(): void {
    for (const key of [...this.keys()]) this.delete(key);
  }

  *keys(): MapIterator<Key> {
    for (const key of this.base.keys()) if (!this.removed.has(key)) yield key;
    yield* this.added.keys();
  }

  *entries(): MapIterator<[Key, Value]> {
    for (const key of this.keys()) yield [key, this.get(key) as Value];
  }

  *values(): MapIterator<Value> {
    for (const [, value] of this.entries()) yield value;
  }

  [Symbol.iterator](): MapIterator<[Key, Value]> {
    return this.entries();
  }

  forEach(look: (value: Value, key: Key, map: Map<Key, Value>) => void): void {
    for (const [key, value] of this.entries()) look(value, key, this);
  }

  private isInBase(key: Key): boolean {
    return this.base.has(key) && !this.removed.has(key);
  }
}
