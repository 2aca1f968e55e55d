import { didYouMean } from '#kernel/text/did-you-mean';
import type { FieldError } from './problems';

const LONGEST = 60;

/** A name in the query that the address does not know; `known` are those that it does. */
export function unknownParameter(name: string, known: readonly string[]): FieldError {
  const shown = name.slice(0, LONGEST);
  const there = known.length === 0 ? 'It knows none.' : `It knows ${known.join(', ')}.`;
  const detail = `There is no query parameter “${shown}” here.${didYouMean(shown, known)} ${there}`;
  return { parameter: shown, code: 'UNKNOWN_PARAMETER', detail };
}
