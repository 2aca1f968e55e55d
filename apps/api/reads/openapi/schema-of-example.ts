import type { SchemaObject } from '@nestjs/swagger';

/**
 * The schema of a reply, from an example of it: open (members may be added), with money, ids and times told by the names
 * and shapes that they have everywhere. A null in the example leaves the member's type open.
 */
export function schemaOfExample(example: unknown, name = ''): SchemaObject {
  if (Array.isArray(example))
    return { type: 'array', items: example.length === 0 ? {} : schemaOfExample(example[0], name) };
  if (typeof example === 'string') return { type: 'string', ...formatOf(example) };
  if (typeof example === 'number') return { type: 'integer', ...(name.endsWith('Cents') ? { format: 'cents' } : {}) };
  if (typeof example === 'boolean') return { type: 'boolean' };
  return typeof example === 'object' && example !== null ? objectOf(example) : {};
}

function objectOf(example: object): SchemaObject {
  const members = Object.entries(example) as [string, unknown][];
  return {
    type: 'object',
    properties: Object.fromEntries(members.map(([name, value]) => [name, schemaOfExample(value, name)])),
    required: members.map(([name]) => name),
  };
}

function formatOf(text: string): { readonly format?: string } {
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return { format: 'date-time' };
  return /^\d{4}-\d\d-\d\d$/.test(text) ? { format: 'date' } : {};
}
