import fc from 'fast-check';

/** As much of a JSON schema as our document uses. */
export interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly examples?: readonly unknown[];
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

/** Texts that have broken programs: control characters, formulas, path and query tricks, half a surrogate, length. */
const NASTY = fc.constantFrom(
  ...['', ' ', '\u0000', '\t=1+1', "=cmd|'/c calc'!A1", '../../etc/passwd', '%00', '..%2f', '{"$gt":""}', '<script>'],
  ...['__proto__', 'constructor', 'toString', '\ud800', '\u202e\u200b', 'é'.repeat(300), 'x'.repeat(5_000), '１２３'],
  ...['2026-02-30', '9999-99-99', '2026-13-01T00:00:00Z', '1e309', '-0', 'NaN', 'null', 'undefined', '[]'],
);
const NUMBERS = fc.constantFrom(0, -1, 1, 0.5, 1e21, 2 ** 53 - 1, 2 ** 53 + 2, -(2 ** 53), 29_999, 30_000, 4e-7);
const deep = (depth: number): unknown => (depth === 0 ? 1 : [deep(depth - 1)]);
const ANYTHING = fc.oneof(NASTY, NUMBERS, fc.jsonValue(), fc.constantFrom(null, true, [], {}, deep(31), deep(40)));

/** Mostly what the schema asks for, and now and then anything at all. `known` are values that mean something here. */
export function fromSchema(schema: Schema, known: readonly string[]): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 40, arbitrary: fitting(schema, known) }, { weight: 1, arbitrary: ANYTHING });
}

function fitting(schema: Schema, known: readonly string[]): fc.Arbitrary<unknown> {
  const named = [...(schema.enum ?? []), ...(schema.examples ?? [])];
  const pick = named.length > 0 ? fc.constantFrom(...named) : undefined;
  switch (schema.type) {
    case 'object':
      return anObject(schema, known);
    case 'array':
      return fc.array(fromSchema(schema.items ?? {}, known), { maxLength: 3 });
    case 'integer':
      return pick ?? fc.integer({ min: schema.minimum ?? -1_000, max: schema.maximum ?? 1_000_000 });
    case 'boolean':
      return fc.boolean();
    case 'string':
      return aText(schema, known, pick);
    case undefined:
    default:
      return pick ?? fc.jsonValue();
  }
}

function aText({ pattern }: Schema, known: readonly string[], pick?: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const regex = pattern === undefined ? undefined : new RegExp(pattern);
  const meant = known.filter((value) => regex?.test(value) === true);
  const words = fc.constantFrom('So it is.', '=1+1', 'Straße ½ 東京');
  const odd =
    regex === undefined ? fc.oneof(fc.string({ unit: 'grapheme', maxLength: 40 }), NASTY) : fc.stringMatching(regex);
  const usual = [
    ...(pick === undefined ? [] : [pick]),
    ...(meant.length === 0 ? [] : [fc.constantFrom(...meant)]),
    ...(pick === undefined && regex === undefined ? [words] : []),
  ];
  return usual.length === 0
    ? odd
    : fc.oneof({ weight: 20, arbitrary: fc.oneof(...usual) }, { weight: 1, arbitrary: odd });
}

/** Every member that must be there and some that may; now and then one is missing, or one too many. */
function anObject({ properties = {}, required = [] }: Schema, known: readonly string[]): fc.Arbitrary<object> {
  const members = Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, fromSchema(one, known)]));
  const whole = fc.record(members, { requiredKeys: required.filter((name) => name in members) });
  return fc.oneof(
    { weight: 20, arbitrary: whole },
    { weight: 1, arbitrary: fc.record(members, { requiredKeys: [] }) },
    { weight: 1, arbitrary: fc.tuple(whole, fc.dictionary(NASTY, ANYTHING)).map(([a, b]) => ({ ...a, ...b })) },
  );
}

/** What a caller may put in a query or a header as one text. */
export const textOf = (schema: Schema, known: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fromSchema(schema, known).map((value) => (typeof value === 'string' ? value : JSON.stringify(value))),
    },
    { weight: 1, arbitrary: NASTY },
  );

const FORM = '--x\r\nContent-Disposition: form-data; name="file"; filename="../a\u202e.pdf"\r\n\r\n';

/** A form with one file, of a kind that is taken, or none that is. */
export const formOf = fc
  .oneof(
    fc.constantFrom(
      '%PDF-1.7\n',
      '%PDF-1.7\n<html><script>1</script>',
      '\u0089PNG\r\n\u001a\n',
      'MZ\u0090\u0000',
      '<svg/>',
      '',
      'PK\u0003\u0004',
    ),
    fc.string({ unit: 'binary-ascii', maxLength: 300 }),
  )
  .map((content) => Buffer.from(`${FORM}${content}\r\n--x--\r\n`, 'latin1'));

/** A body as bytes: the value as JSON, or something that is none. */
export const bytesOf = (value: fc.Arbitrary<unknown>): fc.Arbitrary<Buffer> =>
  fc.oneof(
    { weight: 30, arbitrary: value.map((one) => Buffer.from(JSON.stringify(one) ?? '')) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        ...['', '{', '{"a":1,"a":2}', '{"__proto__":{}}', '\ufeff{}', '{} {}', '['.repeat(90_000), '1e400'].map(
          (text) => Buffer.from(text),
        ),
      ),
    },
  );
