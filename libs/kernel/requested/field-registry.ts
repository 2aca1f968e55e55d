import { ValidateIf } from 'class-validator';

/** A JSON schema of the 2020-12 dialect; `{ class }` stands for the schema of another class. */
export type Schema = Readonly<Record<string, unknown>>;

export interface FieldOptions {
  /** May be left out. Null is not "left out". */
  readonly optional?: boolean;
  /** Carried by the address; a body that names it is refused. */
  readonly path?: boolean;
  readonly description?: string;
}

export interface Field extends FieldOptions {
  readonly name: string;
  readonly schema: Schema;
}

const registry = new WeakMap<object, Map<string, Field>>();

/** Declares a member of a command or of an object inside one. */
export function applyTo(target: object, key: string | symbol, schema: Schema, options: FieldOptions): void {
  const fields = registry.get(target.constructor) ?? new Map<string, Field>();
  fields.set(String(key), { ...options, name: String(key), schema });
  registry.set(target.constructor, fields);
  // Only an absent member is optional: null must meet the validators and be told what was expected.
  if (options.optional === true) ValidateIf((_object, value) => value !== undefined)(target, key);
}

/** The declared members of a class, in order of declaration. */
export function fieldsOf(type: new () => object): readonly Field[] {
  return [...(registry.get(type)?.values() ?? [])];
}
