import type { Field, Schema } from '#kernel/requested/field-registry';
import { fieldsOf } from '#kernel/requested/field-registry';
import { classIn } from '../http/command-shape';

type ObjectClass = new () => object;

/** The body of a command as a closed JSON schema, made of the fields that also validate it; path fields are not in it. */
export function bodySchema(type: ObjectClass): Schema {
  const fields = fieldsOf(type).filter(({ path }) => path !== true);
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(fields.map((field) => [field.name, schemaOf(field)])),
    required: fields.filter(({ optional }) => optional !== true).map(({ name }) => name),
  };
}

/** A body that has every field that must be there, and the optional ones of which an example is known. */
export function bodyExample(type: ObjectClass): object {
  const fields = fieldsOf(type).filter(({ path }) => path !== true);
  return Object.fromEntries(
    fields.flatMap((field) => (field.optional === true ? [] : [[field.name, exampleOf(field.schema)]])),
  );
}

function schemaOf({ schema, description }: Field): Schema {
  return { ...resolved(schema), ...(description === undefined ? {} : { description }) };
}

function resolved(schema: Schema): Schema {
  const type = classIn(schema);
  if (type !== undefined) return bodySchema(type);
  const items = schema['items'] as Schema | undefined;
  return items === undefined ? schema : { ...schema, items: resolved(items) };
}

function exampleOf(schema: Schema): unknown {
  const type = classIn(schema);
  if (type !== undefined) return bodyExample(type);
  const first =
    (schema['examples'] as readonly unknown[] | undefined)?.[0] ??
    (schema['enum'] as readonly unknown[] | undefined)?.[0];
  if (first !== undefined) return first;
  switch (schema['type']) {
    case 'array':
      return [exampleOf(schema['items'] as Schema)];
    case 'boolean':
      return false;
    case 'integer':
      return schema['minimum'] ?? 0;
    case 'object':
      return {};
    default:
      return schema['pattern'] === '^[0-9a-f]{64}$' ? '0'.repeat(64) : 'text';
  }
}
