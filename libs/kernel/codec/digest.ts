import { canonical } from '#kernel/codec/canonical';
import { createHash, hash } from 'node:crypto';

/** Lower-case hexadecimal SHA-256 of the bytes (or of the UTF-8 of the text). */
export function sha256(bytes: string | Uint8Array): string {
  return hash('sha256', bytes, 'hex');
}

/** SHA-256 of a value's canonical JSON: equal values, equal digests, whatever the order of their keys. */
export function digestOf(value: unknown): string {
  return sha256(canonical(value));
}

/** SHA-256 over lines that are handed in one at a time, each ended by a line feed. */
export function digestOfLines(lines: Iterable<string>): string {
  const hash = createHash('sha256');
  for (const line of lines) hash.update(line).update('\n');
  return hash.digest('hex');
}
