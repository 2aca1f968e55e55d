import fc from 'fast-check';
import { ProblemError } from './problems';
import { parseStrictJson } from './strict-json';

const read = (text: string): unknown => parseStrictJson(Buffer.from(text));

function refusalOf(body: string | Uint8Array): { code: string; pointers: (string | undefined)[] } {
  try {
    parseStrictJson(typeof body === 'string' ? Buffer.from(body) : body);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { code: error.code, pointers: (error.more.errors ?? []).map(({ pointer }) => pointer) };
  }
  throw new Error('accepted');
}

describe('strict JSON', () => {
  it.each([
    [' ', 'BAD_JSON'],
    ['{', 'BAD_JSON'],
    ['{"a":1,}', 'BAD_JSON'],
    ['[1,]', 'BAD_JSON'],
    ['{} {}', 'BAD_JSON'],
    ["{'a':1}", 'BAD_JSON'],
    ['{"a" 1}', 'BAD_JSON'],
    ['{"a":01}', 'BAD_JSON'],
    ['{"a":+1}', 'BAD_JSON'],
    ['{"a":.5}', 'BAD_JSON'],
    ['{"a":1.}', 'BAD_JSON'],
    ['NaN', 'BAD_JSON'],
    ['"\\x41"', 'BAD_JSON'],
    ['"\\u12g4"', 'BAD_JSON'],
    ['"a', 'BAD_JSON'],
    ['"a\nb"', 'BAD_JSON'],
    ['\u{feff}{}', 'BAD_JSON'],
    ['{"a":1]', 'BAD_JSON'],
    ['{"amount":"1","amount":"9"}', 'DUPLICATE_KEY'],
    ['{"a":1,"\\u0061":2}', 'DUPLICATE_KEY'],
    ['{"__proto__":{"x":1}}', 'UNKNOWN_FIELD'],
    ['{"constructor":1}', 'UNKNOWN_FIELD'],
    ['{"\\u005f_proto__":1}', 'UNKNOWN_FIELD'],
    ['{"n":9007199254740993}', 'NUMBER_UNSAFE'],
    ['{"n":9007199254740992}', 'NUMBER_UNSAFE'],
    ['{"n":-9007199254740992}', 'NUMBER_UNSAFE'],
    ['{"n":1e400}', 'NUMBER_UNSAFE'],
    ['{"n":1e-400}', 'NUMBER_UNSAFE'],
    ['{"n":0.12345678901234567890}', 'NUMBER_UNSAFE'],
    ['{"n":-0}', 'NUMBER_UNSAFE'],
    ['{"approvedCents":9007199254740993}', 'AMOUNT_FORMAT'],
    ['{"a":"\\ud800"}', 'TEXT_FORMAT'],
    ['{"\\udc00":1}', 'TEXT_FORMAT'],
  ])('refuses %s with %s', (text, code) => {
    expect(refusalOf(text).code).toBe(code);
  });

  it('says where, in all places at once', () => {
    const text = '{"a":{"b/c":[1,{"x":1,"x":2}]},"n":9007199254740993,"n":1}';
    expect(refusalOf(text)).toEqual({ code: 'INVALID_BODY', pointers: ['#/a/b~1c/1/x', '#/n', '#/n'] });
  });

  it('refuses bytes that are not UTF-8', () => {
    expect(refusalOf(Uint8Array.of(0x22, 0xff, 0x22)).code).toBe('BAD_JSON');
    expect(refusalOf(Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22)).code).toBe('BAD_JSON');
  });

  it('takes 32 levels and no 33rd, whatever the size', () => {
    expect(read('['.repeat(32) + ']'.repeat(32))).toBeDefined();
    expect(refusalOf('['.repeat(33) + ']'.repeat(33)).code).toBe('TOO_DEEP');
    expect(refusalOf('{"a":'.repeat(33) + '1' + '}'.repeat(33)).code).toBe('TOO_DEEP');
    expect(refusalOf('['.repeat(150_000)).code).toBe('TOO_DEEP');
  });

  it('has little work with a body full of digits, zeros or keys', () => {
    const keys = Array.from({ length: 20_000 }, (_, i) => `"k${i}":0`).join(',');
    const began = process.cpuUsage();
    for (const text of ['1'.repeat(250_000), `1${'0'.repeat(250_000)}`, `0.${'0'.repeat(250_000)}1`, `{${keys}}`]) {
      try {
        read(text);
      } catch (error) {
        expect(error).toBeInstanceOf(ProblemError);
      }
    }
    expect(process.cpuUsage(began).user / 1_000).toBeLessThan(1_000);
  });

  it('reads every value that JSON.stringify writes, unless a number or text in it cannot be kept', () => {
    const values = fc.jsonValue({ noUnicodeString: false, maxDepth: 8 });
    fc.assert(
      fc.property(values, (value) => {
        const text = JSON.stringify(value);
        let found: unknown;
        try {
          found = read(text);
        } catch (error) {
          expect(['NUMBER_UNSAFE', 'TEXT_FORMAT', 'UNKNOWN_FIELD', 'INVALID_BODY']).toContain(
            (error as ProblemError).code,
          );
          return;
        }
        expect(found).toEqual(JSON.parse(text));
      }),
      { numRuns: 1_000 },
    );
  });

  it('accepts nothing that JSON.parse refuses, and refuses as syntax nothing that it accepts', () => {
    const piece = fc.constantFrom(
      ...['{', '}', '[', ']', ',', ':', '"a"', '"b"', '"', '\\', '\\u00', '0', '1', '-', '.', 'e', '+', ' ', '\n'],
      ...['true', 'null', 'fals', 'é', '\u2028', '\t', '\u0000', '{"a":', '[1', '"\\n"', '12345678901234567'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const theirs = attempt(() => JSON.parse(text) as unknown);
        const ours = attempt(() => read(text));
        if (ours.ok) expect(ours.value).toEqual((theirs as { value: unknown }).value);
        else if (theirs.ok) expect((ours.error as ProblemError).code).not.toBe('BAD_JSON');
        else expect(ours.error).toBeInstanceOf(ProblemError);
      }),
      { numRuns: 20_000 },
    );
  });

  it('keeps every decimal that it accepts, digit for digit', () => {
    const decimals = fc.tuple(fc.maxSafeInteger(), fc.integer({ min: -30, max: 30 })).map(([n, e]) => `${n}e${e}`);
    fc.assert(
      fc.property(decimals, (text) => {
        const ours = attempt(() => read(text));
        if (ours.ok) expect(exact(String(ours.value))).toBe(exact(text));
      }),
      { numRuns: 5_000 },
    );
  });
});

type Attempt = { ok: true; value: unknown } | { ok: false; error: unknown };

function attempt(work: () => unknown): Attempt {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    return { ok: false, error };
  }
}

/** A decimal as an integer over 10^400: an independent way to compare. */
function exact(text: string): bigint {
  const [, sign = '', whole = '', fraction = '', power = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/.exec(text) ?? [];
  const scale = 400 + Number(power) - fraction.length;
  return BigInt(sign + whole + fraction) * 10n ** BigInt(scale);
}
