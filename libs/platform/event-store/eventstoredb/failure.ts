import { InvariantBroken } from '#kernel/assert/assert';
import { LogIndexContradiction } from '#platform/event-store/log-index/log-index';
import { StoreUnavailable } from '#platform/event-store/port/store-unavailable';
import { NO_STREAM } from '#platform/event-store/port/event-store';

/** What a failed call means. Only an answer of the server says that nothing was written; all else is unknown (G15). */
export type Failure =
  | { readonly kind: 'conflict'; readonly actualRevision: number }
  /** Nothing was written and asking again will not help: a stream deleted by hand, an append too large for this server. */
  | { readonly kind: 'refused'; readonly why: string }
  /** Nothing was written, and somebody has to let this user in. */
  | { readonly kind: 'denied'; readonly why: string }
  | { readonly kind: 'unknown'; readonly why: string };

const REFUSED = new Set(['stream-deleted', 'maximum-append-size-exceeded', 'invalid-argument', 'unsupported']);
// 7 PERMISSION_DENIED, 16 UNAUTHENTICATED.
const DENIED_CODES = new Set([7, 16]);

/** Reads an error of the client: its own kinds by `type`, the transport's by `code`, plain ones by neither. */
export function failureOf(error: unknown): Failure {
  const { type, code, actualVersion } = error as { type?: string; code?: number; actualVersion?: bigint | string };
  const why = wordsOf(error);
  if (type === 'wrong-expected-version') {
    return { kind: 'conflict', actualRevision: typeof actualVersion === 'bigint' ? Number(actualVersion) : NO_STREAM };
  }
  if (type !== undefined && REFUSED.has(type)) return { kind: 'refused', why };
  if (type === 'access-denied' || (code !== undefined && DENIED_CODES.has(code))) return { kind: 'denied', why };
  return { kind: 'unknown', why };
}

/** A failed read as the port tells it: a bug stays one, everything else may be asked again. */
export function readFailure(error: unknown): Error {
  if (error instanceof InvariantBroken || error instanceof LogIndexContradiction) return error;
  if (error instanceof StoreUnavailable) return error;
  return new StoreUnavailable(wordsOf(error), { cause: error });
}

export const isStreamNotFound = (error: unknown): boolean => (error as { type?: string }).type === 'stream-not-found';

/** The client leaves some messages empty; then the type is all there is. */
function wordsOf(error: unknown): string {
  const { type, code, message } = error as { type?: string; code?: number; message?: string };
  const text = [type, code, message].filter((part) => part !== undefined && part !== '').join(' ');
  return text === '' ? String(error) : text;
}
