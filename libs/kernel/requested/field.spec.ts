import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import {
  CentsField,
  ChoiceField,
  DateField,
  IdField,
  IdsField,
  InstantField,
  IntegerField,
  ListField,
  ObjectField,
  Sha256Field,
  SlugField,
  StatesField,
  SubjectField,
  TextField,
  TimeZoneField,
} from '#kernel/requested/field';
import { fieldsOf } from '#kernel/requested/field-registry';
import { Requested } from '#kernel/requested/requested';

class Inner {
  @IntegerField({ min: 1, max: 3 })
  n!: number;
}

class Everything extends Requested {
  @CentsField({ optional: true }) money?: unknown;
  @IntegerField({ optional: true, min: 0, max: 9 }) count?: unknown;
  @IdField('clm', { optional: true }) id?: unknown;
  @IdsField('per', { optional: true, min: 1, max: 2 }) ids?: unknown;
  @SubjectField({ optional: true }) subject?: unknown;
  @DateField({ optional: true }) date?: unknown;
  @InstantField({ optional: true }) at?: unknown;
  @TextField({ optional: true, max: 5 }) text?: unknown;
  @SlugField({ optional: true }) slug?: unknown;
  @Sha256Field({ optional: true }) sha256?: unknown;
  @ChoiceField(['a', 'b'], { optional: true }) choice?: unknown;
  @StatesField({ optional: true }) states?: unknown;
  @TimeZoneField({ optional: true }) zone?: unknown;
  @ObjectField(() => Inner, { optional: true }) inner?: unknown;
  @ListField(() => Inner, { optional: true, min: 1, max: 2 }) list?: unknown;
}

const codes = (body: object): string[] => {
  const errors = validateSync(plainToInstance(Everything, body), { forbidUnknownValues: true });
  const all = errors.flatMap((error) => [
    error,
    ...(error.children ?? []),
    ...(error.children ?? []).flatMap((c) => c.children ?? []),
  ]);
  return [...new Set(all.flatMap(({ contexts }) => Object.values(contexts ?? {}).map(({ code }) => code as string)))];
};
const id = (prefix: string, letter = 'a') => `${prefix}_${letter.repeat(26)}`;

describe('fields', () => {
  it.each<[string, unknown]>([
    ['money', 0],
    ['money', Number.MAX_SAFE_INTEGER],
    ['count', 9],
    ['id', id('clm')],
    ['ids', [id('per'), id('per', 'b')]],
    ['subject', 'lea:0100390'],
    ['date', '2026-09-30'],
    ['at', '2026-04-01T07:00:00.000Z'],
    ['text', 'a\nb\tc'],
    ['slug', 'codeva-staff-1'],
    ['slug', '9dots'],
    ['sha256', 'a'.repeat(64)],
    ['choice', 'b'],
    ['states', ['VA', 'PR']],
    ['zone', 'America/New_York'],
    ['inner', { n: 2 }],
    ['list', [{ n: 1 }, { n: 3 }]],
  ])('%s takes %j', (name, value) => {
    expect(codes({ [name]: value })).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ...[10.5, '1500', 2 ** 53 + 2, -5, null, true, [7], Number.NaN].map((v): [string, unknown, string] => [
      'money',
      v,
      'AMOUNT_FORMAT',
    ]),
    ['count', 10, 'INTEGER'],
    ['count', '1', 'INTEGER'],
    ['count', null, 'INTEGER'],
    ['id', id('dec'), 'ID_FORMAT'],
    ['id', id('clm', 'A'), 'ID_FORMAT'],
    ['id', { $gt: '' }, 'ID_FORMAT'],
    ['ids', [id('per'), 7], 'ID_FORMAT'],
    ['ids', [], 'LIST'],
    ['ids', [id('per'), id('per'), id('per')], 'LIST'],
    ['subject', 'lea:0300390', 'SUBJECT_FORMAT'],
    ['date', '2026-02-30', 'DATE_FORMAT'],
    ['date', '9999-12-31', 'DATE_FORMAT'],
    ['date', 20260930, 'DATE_FORMAT'],
    ['at', '2026-04-01T07:00:00Z', 'INSTANT_FORMAT'],
    ['text', '   ', 'TEXT_FORMAT'],
    ['text', 'abcdef', 'TEXT_FORMAT'],
    ['text', 'a\u0000', 'TEXT_FORMAT'],
    ['text', '\ud83d', 'TEXT_FORMAT'],
    ['text', ['a'], 'TEXT_FORMAT'],
    ['slug', 'CodeVA', 'TEXT_FORMAT'],
    ['slug', 'a--b', 'TEXT_FORMAT'],
    ['slug', '-a', 'TEXT_FORMAT'],
    ['slug', 'a'.repeat(61), 'TEXT_FORMAT'],
    ['sha256', 'A'.repeat(64), 'TEXT_FORMAT'],
    ['choice', 'c', 'CHOICE'],
    ['choice', ['a'], 'CHOICE'],
    ['states', ['VA', 'XX'], 'CHOICE'],
    ['states', [], 'LIST'],
    ['states', 'VA', 'LIST'],
    ['zone', 'america/new_york', 'TIME_ZONE'],
    ['zone', '-05:00', 'TIME_ZONE'],
    ['inner', null, 'OBJECT'],
    ['inner', [], 'OBJECT'],
    ['inner', { n: 4 }, 'INTEGER'],
    ['list', [{ n: 4 }], 'INTEGER'],
    ['list', [null], 'nested'],
    ['list', [], 'LIST'],
  ])('%s refuses %j: %s', (name, value, code) => {
    const found = codes({ [name]: value });
    if (code === 'nested') expect(validateSync(plainToInstance(Everything, { [name]: value }))).not.toEqual([]);
    else expect(found).toContain(code);
  });

  it('are known by name in order, with their schema', () => {
    expect(fieldsOf(Everything).slice(0, 2)).toEqual([
      expect.objectContaining({
        name: 'money',
        optional: true,
        schema: expect.objectContaining({ type: 'integer', format: 'cents' }),
      }),
      expect.objectContaining({ name: 'count', schema: { type: 'integer', minimum: 0, maximum: 9 } }),
    ]);
    expect(fieldsOf(Everything)).toHaveLength(15);
  });
});
