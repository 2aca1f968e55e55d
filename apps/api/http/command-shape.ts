import type { Field, Schema } from '#kernel/requested/field-registry';
import { fieldsOf } from '#kernel/requested/field-registry';
import { didYouMean } from '#kernel/text/did-you-mean';
import { pointerTo } from './json-scan';
import type { FieldError } from './problems';

type Plain = Readonly<Record<string, unknown>>;
type Step = string | number;
type ObjectClass = new () => object;

/** What a body may name: computed once a class. */
interface Shape {
  readonly names: ReadonlySet<string>;
  /** Members whose values are objects of a class, or lists of them. */
  readonly nested: readonly { readonly name: string; readonly type: ObjectClass; readonly list: boolean }[];
}

/** A body may hold tens of thousands of unknown names; the nearest is looked for of the first few. */
const HINTS = 10;

const shapes = new Map<ObjectClass, Shape>();

/**
 * Names that the class does not declare, and values that should be objects and are not; at most as deep as the classes
 * nest. class-validator's own whitelist is not enough: it misses names that every object has (`hasOwnProperty`), and it
 * reads a list within a list as a list.
 */
export function misfits(type: ObjectClass, value: Plain, at: readonly Step[] = []): FieldError[] {
  const { names, nested } = shapeOf(type);
  const errors: FieldError[] = [];
  for (const name of Object.keys(value)) {
    if (names.has(name)) continue;
    const shown = name.slice(0, 60);
    const nearest = errors.length < HINTS ? didYouMean(shown, names) : '';
    const detail = `There is no field “${shown}” here.${nearest}`;
    errors.push({ pointer: pointerTo([...at, name]), code: 'UNKNOWN_FIELD', detail });
  }
  for (const { name, type: inner, list } of nested) {
    const member = value[name];
    const each: readonly unknown[] = list && Array.isArray(member) ? member : [];
    for (const [index, item] of each.entries()) errors.push(...misfit(inner, item, [...at, name, index]));
    if (!list && member !== undefined) errors.push(...misfit(inner, member, [...at, name]));
  }
  return errors;
}

export const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function misfit(type: ObjectClass, value: unknown, at: readonly Step[]): FieldError[] {
  if (isPlain(value)) return misfits(type, value, at);
  return [{ pointer: pointerTo(at), code: 'OBJECT', detail: 'Expected an object.' }];
}

function shapeOf(type: ObjectClass): Shape {
  const known = shapes.get(type);
  if (known !== undefined) return known;
  const fields = fieldsOf(type).filter(({ path }) => path !== true);
  const shape: Shape = { names: new Set(fields.map(({ name }) => name)), nested: fields.flatMap(nestedIn) };
  shapes.set(type, shape);
  return shape;
}

function nestedIn({ name, schema }: Field): Shape['nested'] {
  const direct = classIn(schema);
  if (direct !== undefined) return [{ name, type: direct, list: false }];
  const listed = classIn(schema['items'] as Schema | undefined);
  return listed === undefined ? [] : [{ name, type: listed, list: true }];
}

/** The class that a field's schema stands for, if it does. */
export function classIn(schema: Schema | undefined): ObjectClass | undefined {
  const found = schema?.['class'] as (() => ObjectClass) | undefined;
  return found?.();
}
