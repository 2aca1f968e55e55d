import type { Schema } from '#kernel/requested/field-registry';
import type { FieldError } from '../../http/problems';
import { ProblemError } from '../../http/problems';
import { unknownParameter } from '../../http/unknown-parameter';

/** One query parameter that an address knows: what is said of it, and what it takes. */
export interface Parameter {
  readonly name: string;
  readonly description: string;
  /** After "Expected": `1 to 100`. */
  readonly expected: string;
  readonly schema: Schema;
  passes(text: string): boolean;
}

export type Parameters = ReadonlyMap<string, string>;

/**
 * The parameters of a request, checked: names are exact, each stands once, as text. Stops with 400 that names all that
 * is wrong. `?status[$ne]=x` is an unknown name, for nothing in a query is ever read as an object (bad input 61).
 */
export function readParameters(query: unknown, known: readonly Parameter[]): Parameters {
  const read = new Map<string, string>();
  const errors: FieldError[] = [];
  const byName = new Map(known.map((parameter) => [parameter.name, parameter]));
  for (const [name, value] of Object.entries(query ?? {}) as [string, unknown][]) {
    const fault = faultOf(name, value, byName);
    if (fault === undefined) read.set(name, value as string);
    else errors.push(fault);
  }
  if (errors.length > 0) throw ProblemError.of(errors, 'PARAMETER_FORMAT');
  return read;
}

/** The error of one parameter that its place alone cannot tell: `asOf` before `minSequence`. */
export function parameterError(parameter: string, detail: string): ProblemError {
  return ProblemError.of([{ parameter, code: 'PARAMETER_FORMAT', detail }]);
}

function faultOf(name: string, value: unknown, known: ReadonlyMap<string, Parameter>): FieldError | undefined {
  const parameter = known.get(name);
  if (parameter === undefined) return unknownParameter(name, [...known.keys()]);
  if (typeof value === 'string' && parameter.passes(value)) return undefined;
  const detail = typeof value === 'string' ? `Expected ${parameter.expected}.` : `“${name}” stands more than once.`;
  return { parameter: name, code: 'PARAMETER_FORMAT', detail };
}
