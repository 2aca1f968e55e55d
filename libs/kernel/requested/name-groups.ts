import { applyTo } from '#kernel/requested/field-registry';
import type { FieldOptions } from '#kernel/requested/field-registry';
import { ValidateBy } from 'class-validator';

/** The bounds of a list of groups, and of each group in it. */
interface GroupOptions extends FieldOptions {
  readonly groups: number;
  readonly names: number;
  readonly each: number;
  readonly example: readonly (readonly string[])[];
}

/** A list of lists of short names, each of one pattern: of every group one is needed. */
export const NameGroupsField = (pattern: RegExp, words: string, options: GroupOptions): PropertyDecorator => {
  const { groups, names, each, example } = options;
  const item = { type: 'string', pattern: pattern.source, maxLength: each };
  const group = { type: 'array', minItems: 1, maxItems: names, items: item };
  const schema = { type: 'array', minItems: 1, maxItems: groups, items: group, examples: [example] };
  const isName = (name: unknown): boolean => typeof name === 'string' && name.length <= each && pattern.test(name);
  const isGroup = (one: unknown): boolean =>
    Array.isArray(one) && one.length >= 1 && one.length <= names && one.every(isName);
  const validate = (value: unknown): boolean =>
    Array.isArray(value) && value.length >= 1 && value.length <= groups && value.every(isGroup);
  const message = `Expected a list of 1 to ${groups} lists, each of 1 to ${names}: ${words}.`;
  return (target, key) => {
    applyTo(target, key, schema, options);
    ValidateBy({ name: 'LIST', validator: { validate } }, { message, context: { code: 'LIST' } })(target, key);
  };
};
