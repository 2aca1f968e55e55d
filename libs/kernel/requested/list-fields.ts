import { because, check, field } from '#kernel/requested/field-kind';
import type { FieldOptions } from '#kernel/requested/field-registry';
import type { Prefix } from '#kernel/ids/entity-id';
import { isEntityId } from '#kernel/ids/entity-id';
import { STATES } from '#kernel/subjects/states';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsObject, ValidateNested } from 'class-validator';

/** Kinds of value that hold others: lists, and objects of a class. */

/** Postal codes of states and territories. */
export const StatesField = (options: FieldOptions = {}): PropertyDecorator =>
  ChoicesField([...STATES].sort(), { ...options, min: 1, max: STATES.size });

/** A list of texts, each one of a few. */
export const ChoicesField = (
  values: readonly string[],
  options: FieldOptions & { min: number; max: number },
): PropertyDecorator => {
  const each = { ...because('CHOICE', `each one of ${values.join(', ')}`), each: true };
  return field(
    { type: 'array', minItems: options.min, maxItems: options.max, items: { type: 'string', enum: [...values] } },
    options,
    [...listOf(options), IsIn(values, each)],
  );
};

/** A list of ids of one kind. */
export const IdsField = (prefix: Prefix, options: FieldOptions & { min: number; max: number }): PropertyDecorator =>
  field(
    {
      type: 'array',
      minItems: options.min,
      maxItems: options.max,
      items: { type: 'string', pattern: `^${prefix}_[a-z2-7]{26}$`, examples: [`${prefix}_${'a'.repeat(26)}`] },
    },
    options,
    [
      ...listOf(options),
      check(
        'ID_FORMAT',
        `ids like ${prefix}_ and 26 characters a–z, 2–7`,
        (value) => Array.isArray(value) && value.every((id) => isEntityId(prefix, id)),
      ),
    ],
  );

/** An object of a class whose members are fields too. */
export const ObjectField = (item: () => new () => object, options: FieldOptions = {}): PropertyDecorator =>
  field({ class: item }, options, [IsObject(because('OBJECT', 'an object')), ValidateNested(), Type(item)]);

/** A list of short names, each of one pattern, none twice. */
export const NamesField = (
  pattern: RegExp,
  words: string,
  options: FieldOptions & { min: number; max: number; each: number },
): PropertyDecorator =>
  field(
    {
      type: 'array',
      minItems: options.min,
      maxItems: options.max,
      uniqueItems: true,
      items: { type: 'string', pattern: pattern.source, maxLength: options.each },
    },
    options,
    [
      ...listOf(options),
      check('TEXT_FORMAT', words, (value) => Array.isArray(value) && areNames(value, pattern, options.each)),
    ],
  );

/** A list of objects, each of a class whose members are fields too. */
export const ListField = (
  item: () => new () => object,
  options: FieldOptions & { min: number; max: number },
): PropertyDecorator =>
  field({ type: 'array', minItems: options.min, maxItems: options.max, items: { class: item } }, options, [
    ...listOf(options),
    ValidateNested({ each: true }),
    Type(item),
  ]);

function areNames(names: readonly unknown[], pattern: RegExp, most: number): boolean {
  const good = names.every((name) => typeof name === 'string' && name.length <= most && pattern.test(name));
  return good && new Set(names).size === names.length;
}

function listOf({ min, max }: { min: number; max: number }): PropertyDecorator[] {
  const say = because('LIST', `a list of ${min} to ${max}`);
  return [IsArray(say), ArrayMinSize(min, say), ArrayMaxSize(max, say)];
}
