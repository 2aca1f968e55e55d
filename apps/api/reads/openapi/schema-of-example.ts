import type { SchemaObject } from '@nestjs/swagger';

/**
 * The schema of a reply, from an example of it: open (members may be added), with money, ids and times told by the names
 * and shapes that they have everywhere. A null in the example leaves the member's type open.
 */
export function schemaOfExample(example: unknown, name = ''): SchemaObject {
  if (Array.isArray(example))
    return { type: 'array', items: ofAll(example.map((item) => schemaOfExample(item, name))) };
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

/** One schema for every item of a list, however they differ; open for an empty list. */
function ofAll([first = {}, ...others]: readonly SchemaObject[]): SchemaObject {
  return others.reduce(ofBoth, first);
}

/** What both are: a member that only one has may be left out, and one that has two types is left open. */
function ofBoth(a: SchemaObject, b: SchemaObject): SchemaObject {
  if (a.type === undefined || a.type !== b.type) return {};
  if (a.type === 'array') return { type: 'array', items: ofBoth(a.items as SchemaObject, b.items as SchemaObject) };
  if (a.type !== 'object') return a.format === b.format ? a : { type: a.type };
  const [ofA, ofB] = [membersOf(a), membersOf(b)];
  const both = Object.entries(ofA).flatMap(([name, own]) => {
    const other = ofB[name];
    return other === undefined ? [] : [[name, ofBoth(own, other)] as const];
  });
  const required = (a.required ?? []).filter((name) => b.required?.includes(name) === true);
  return { type: 'object', properties: { ...ofA, ...ofB, ...Object.fromEntries(both) }, required };
}

const membersOf = ({ properties = {} }: SchemaObject): Readonly<Record<string, SchemaObject>> =>
  properties as Record<string, SchemaObject>;

function formatOf(text: string): { readonly format?: string } {
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return { format: 'date-time' };
  return /^\d{4}-\d\d-\d\d$/.test(text) ? { format: 'date' } : {};
}
