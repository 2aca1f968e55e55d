import type { FastifyRequest } from 'fastify';
import { ProblemError } from './problems';

/** `application/json`, alone or with its one sensible charset. */
const JSON_TYPE = /^application\/json(?:\s*;\s*charset\s*=\s*"?utf-8"?)?\s*$/i;
const FORM_TYPE = /^multipart\/form-data\s*;/i;

/** Stops with 415 on a body that this address does not take; before a byte of it is read. */
export function checkMediaType({ method, headers, routeOptions }: FastifyRequest): void {
  if (method === 'GET' || method === 'HEAD') return;
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') throw refused(`Content-Encoding ${encoding}`);
  const type = headers['content-type'];
  // A request without a body has no type; that a body was due is said where it is read.
  if (type === undefined && !hasBody(headers)) return;
  const wanted = routeOptions.config.takesFile === true ? FORM_TYPE : JSON_TYPE;
  if (type === undefined || !wanted.test(type)) throw refused(type ?? 'A body without Content-Type');
}

function hasBody(headers: FastifyRequest['headers']): boolean {
  return headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
}

const refused = (what: string): ProblemError =>
  new ProblemError('MEDIA_TYPE', `${what.slice(0, 100)} is not taken here.`);
