// class-transformer reads the decorators' metadata through it.
import 'reflect-metadata';
import { applyTo } from '#kernel/requested/field-registry';
import type { FieldOptions, Schema } from '#kernel/requested/field-registry';
import type { ValidationOptions } from 'class-validator';
import { ValidateBy } from 'class-validator';

/** A kind of value: its JSON schema, and its validators, each with the code and words of its error. */
export function field(
  schema: Schema,
  options: FieldOptions,
  validators: readonly PropertyDecorator[],
): PropertyDecorator {
  return (target, key) => {
    applyTo(target, key, schema, options);
    for (const validator of validators) validator(target, key);
  };
}

/** The code of an error and what was expected, for a ready validator. */
export function because(code: string, words: string): ValidationOptions {
  return { message: `Expected ${words}.`, context: { code } };
}

/** A validator of our own. */
export function check(code: string, words: string, passes: (value: unknown) => boolean): PropertyDecorator {
  return ValidateBy({ name: code, validator: { validate: passes } }, because(code, words));
}
