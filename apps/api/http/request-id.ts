import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** What a client may choose as a request's id: it ends up in headers, log lines and events. */
const SANE = /^[A-Za-z0-9][A-Za-z0-9._-]{7,63}$/;
// W3C Trace Context, version 00: the trace's id is the 32 digits, and not all of them zero.
const TRACEPARENT = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

/** The request's id and its event's correlation: the client's own, else the trace it belongs to, else a new one. */
export function requestIdOf(headers: IncomingHttpHeaders): string {
  const own = headers['request-id'];
  if (typeof own === 'string' && SANE.test(own)) return own;
  const trace = headers['traceparent'];
  return (typeof trace === 'string' ? TRACEPARENT.exec(trace)?.[1] : undefined) ?? randomUUID();
}
