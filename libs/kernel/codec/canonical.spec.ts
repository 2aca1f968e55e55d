import { InvariantBroken } from '#kernel/assert/assert';
import { canonical } from '#kernel/codec/canonical';
import { digestOf, digestOfLines, sha256 } from '#kernel/codec/digest';
import fc from 'fast-check';
import { canonicalize } from 'json-canonicalize';

describe('canonical JSON (RFC 8785)', () => {
  it('writes the example of section 3.2.2, but for its number beyond the exact integers', () => {
    const value: unknown = JSON.parse(String.raw`{
      "numbers": [333333333.33333329, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`);
    expect(canonical(value)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  it('sorts members by UTF-16 code units: the example of section 3.2.3', () => {
    const value: unknown = JSON.parse(String.raw`{
      "\u20ac": "Euro Sign",
      "\r": "Carriage Return",
      "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face",
      "\u0080": "Control",
      "\u00f6": "Latin Small Letter O With Diaeresis"
    }`);
    expect(Object.values(JSON.parse(canonical(value)) as object)).toHaveLength(7);
    expect([...canonical(value).matchAll(/:"([^"]*)"/g)].map(([, words]) => words)).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  // Appendix B, the rows that this system lets through.
  it.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['433fffffffffffff', '9007199254740991'],
    ['c33fffffffffffff', '-9007199254740991'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
  ])('writes the double %s as %s', (bits, text) => {
    expect(canonical(Buffer.from(bits, 'hex').readDoubleBE())).toBe(text);
  });

  it.each<[string, unknown]>([
    ['undefined', undefined],
    ['a member without a value', { a: undefined }],
    ['a hole', [1, undefined]],
    ['NaN', Number.NaN],
    ['Infinity', [Infinity]],
    ['2^53', 2 ** 53],
    ['1e30', { a: [1e30] }],
    ['a bigint', 1n],
    ['a function', () => 0],
    ['a symbol', Symbol('x')],
    ['half a character', '\ud83d'],
    ['half a character in a name', { '\ude00': 1 }],
  ])('stops on %s', (_, value) => {
    expect(() => canonical(value)).toThrow(InvariantBroken);
  });

  it('agrees with the library on everything that both write', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        fc.pre(everyNumber(value, (n) => !Number.isInteger(n) || Number.isSafeInteger(n)));
        fc.pre(JSON.stringify(value).isWellFormed());
        expect(canonical(value)).toBe(canonicalize(value));
        expect(canonical(JSON.parse(canonical(value)))).toBe(canonical(value));
      }),
      { numRuns: 500, seed: 8785 },
    );
  });
});

function everyNumber(value: unknown, holds: (n: number) => boolean): boolean {
  if (typeof value === 'number') return holds(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every((member) => everyNumber(member, holds));
}

describe('digests', () => {
  it('are SHA-256 in lower-case hexadecimal (FIPS 180-4 examples)', () => {
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256(new Uint8Array())).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('of a value do not depend on the order of its members', () => {
    expect(digestOf({ a: 1, b: [2] })).toBe(digestOf({ b: [2], a: 1 }));
    expect(digestOf({ a: 1, b: [2] })).not.toBe(digestOf({ a: 1, b: [3] }));
  });

  it('of lines are those of the text', () => {
    expect(digestOfLines(['a', 'b'])).toBe(sha256('a\nb\n'));
    expect(digestOfLines([])).toBe(sha256(''));
  });
});
