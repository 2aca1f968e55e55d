import type { ReceiveImport } from '#contexts/imports/commands/receive-import';
import { Filling, IMPORT_KINDS, IMPORT_MODES } from '#contexts/imports/commands/receive-import';
import { cents } from '#kernel/money/cents';
import type { FastifyRequest } from 'fastify';
import type { Parameter } from '../reads/query/parameter';
import { parameterError, readParameters } from '../reads/query/parameter';

const choice = (name: string, values: readonly string[], description: string): Parameter => ({
  ...{ name, description, expected: `one of ${values.join(', ')}` },
  schema: { type: 'string', enum: [...values] },
  passes: (text) => values.includes(text),
});

const count = (name: string, description: string): Parameter => ({
  ...{ name, description, expected: 'a whole number of at most 15 digits' },
  schema: { type: 'integer', minimum: 0 },
  passes: (text) => /^\d{1,15}$/.test(text),
});

const FILLING = /^\s*([^=,]{1,60})=([^,]{1,500})$/;

const fill: Parameter = {
  name: 'fill',
  description: 'Values for columns that the file lacks, parted by commas.',
  expected: 'column=value, parted by commas',
  schema: { type: 'string', maxLength: 2_000, examples: ['since=2026-07-01,timeZone=America/Denver'] },
  passes: (text) => text.length <= 2_000 && text.split(',').every((one) => FILLING.test(one)),
};

/** How an uploaded file is to be read. */
export const IMPORT_PARAMETERS: readonly Parameter[] = [
  choice('kind', IMPORT_KINDS, 'What its rows are. Required.'),
  choice('mode', IMPORT_MODES, 'Apply the rows that pass (the default), or nothing unless all pass.'),
  fill,
  count('expectRows', 'How many rows you counted; another number is 422.'),
  count('expectCents', 'What the amounts add up to; another sum is 422.'),
];

/** What the address of an upload says; stops with 400 that names all that is wrong with it. */
export function importParametersOf({ query }: FastifyRequest): Omit<ReceiveImport, 'sha256' | 'bytes'> {
  const { dryRun: _read, ...own } = query as Readonly<Record<string, unknown>>;
  const sent = readParameters(own, IMPORT_PARAMETERS);
  const kind = sent.get('kind');
  if (kind === undefined) throw parameterError('kind', `Say what the rows are: one of ${IMPORT_KINDS.join(', ')}.`);
  const [rows, sum, fillings] = [sent.get('expectRows'), sent.get('expectCents'), sent.get('fill')];
  return {
    kind: kind as ReceiveImport['kind'],
    mode: sent.get('mode') === 'all-or-nothing' ? 'all-or-nothing' : 'per-row',
    fill: (fillings?.split(',') ?? []).map(fillingIn),
    ...(rows === undefined ? {} : { expectRows: Number(rows) }),
    ...(sum === undefined ? {} : { expectCents: cents(Number(sum)) }),
  };
}

function fillingIn(text: string): Filling {
  const [, column = '', value = ''] = FILLING.exec(text) ?? [];
  return Object.assign(new Filling(), { column: column.trim(), value: value.trim() });
}
