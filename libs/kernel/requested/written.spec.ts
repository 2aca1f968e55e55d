import { NameGroupsField } from '#kernel/requested/name-groups';
import { VersionField } from '#kernel/requested/natural-key';
import { Requested } from '#kernel/requested/requested';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';

class Numbered extends Requested {
  @VersionField() version!: number;
}
class Grouped extends Requested {
  @NameGroupsField(/^[a-z]+$/, 'words', { groups: 2, names: 2, each: 3, example: [['a']] })
  groups!: string[][];
}
const faults = (type: new () => object, plain: object): number => validateSync(plainToInstance(type, plain)).length;

describe('a version in an address', () => {
  it('is a number', () => {
    expect(plainToInstance(Numbered, { version: '12' })).toEqual({ version: 12 });
  });

  it.each(['', '0', '01', '1.0', '0x2', '1e1', ' 1', '1000000', '-1', 'pol_2', '１'])('is never %j', (version) => {
    expect(faults(Numbered, { version })).toBe(1);
  });
});

describe('groups of names', () => {
  it.each([[[['a', 'b'], ['abc']]], [[['a']]]])('may be %j', (groups) => {
    expect(faults(Grouped, { groups })).toBe(0);
  });

  it.each([
    [[]],
    [[[]]],
    [['a']],
    ['a'],
    [null],
    [{}],
    [[['a'], ['b'], ['c']]],
    [[['a', 'b', 'c']]],
    [[['abcd']]],
    [[['A']]],
    [[[1]]],
  ])('are not %j', (groups) => {
    expect(faults(Grouped, { groups })).toBe(1);
  });
});
