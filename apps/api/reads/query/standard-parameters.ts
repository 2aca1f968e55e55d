import type { Parameter } from './parameter';

export const DEFAULT_LIMIT = 50;

export const limitParameter: Parameter = {
  name: 'limit',
  description: 'How many rows a page has at most.',
  expected: '1 to 100',
  schema: { type: 'integer', minimum: 1, maximum: 100, default: DEFAULT_LIMIT },
  passes: (text) => /^[1-9]\d{0,2}$/.test(text) && Number(text) <= 100,
};

// A cursor of the wrong shape is answered like a forged one, so any text passes here.
export const cursorParameter: Parameter = {
  name: 'cursor',
  description: 'The `nextCursor` of the page before. It pins the moment: all pages show the same one.',
  expected: 'a nextCursor',
  schema: { type: 'string', maxLength: 1_024 },
  passes: () => true,
};

export const minSequenceParameter: Parameter = {
  name: 'minSequence',
  description: 'Answer from this sequence or later, or 503 after 2 s: the `Log-Sequence` of what you wrote.',
  expected: 'a sequence',
  schema: { type: 'integer', minimum: 0 },
  passes: (text) => /^(0|[1-9]\d{0,14})$/.test(text),
};

/** `sort=-requestedCents`: one of a table's sorts, descending with the minus. */
export function sortParameter(sorts: readonly string[], byDefault: string): Parameter {
  const choices = sorts.flatMap((sort) => [sort, `-${sort}`]);
  return {
    name: 'sort',
    description: 'By which member, with a minus descending; ties go by id.',
    expected: `one of ${sorts.join(', ')}, with or without a minus`,
    schema: { type: 'string', enum: choices, default: byDefault },
    passes: (text) => choices.includes(text),
  };
}
