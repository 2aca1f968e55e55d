import { isUtf8 } from 'node:buffer';
import { JsonScan } from './json-scan';
import { ProblemError } from './problems';

/**
 * Reads a body of JSON. JSON.parse alone keeps the last of two equal keys, bends large integers and accepts any depth,
 * so one pass over the text comes first; it needs no more stack for 150,000 brackets than for one.
 * Undefined for no body at all: what it should have said, the command knows.
 * Stops with a `ProblemError`; all that is wrong with names, numbers and texts is reported together.
 */
export function parseStrictJson(bytes: Uint8Array): unknown {
  if (bytes.length === 0) return undefined;
  if (!isUtf8(bytes)) throw new ProblemError('BAD_JSON', 'The body is not UTF-8.');
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  const { errors } = new JsonScan(text).run();
  if (errors.length > 0) throw ProblemError.of(errors);
  return JSON.parse(text);
}
