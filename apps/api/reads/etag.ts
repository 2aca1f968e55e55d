import type { AnyView } from '#platform/view-store/port/view';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * The ETag of a table: `"s48213-v3"`, the sequence that its rows reflect and the sum of the versions of its views, which
 * changes whenever one of them does. With `variant`, where more than the log decides the rows.
 */
export function tableTag(sequence: number, views: readonly AnyView[], variant?: string): string {
  const version = views.reduce((sum, view) => sum + view.version, 0);
  return `"s${sequence}-v${version}${variant === undefined ? '' : `-${variant}`}"`;
}

/** The ETag of a thing: `"r17"`, the revision of the last event that touched it. */
export const revisionTag = (revision: number): string => `"r${revision}"`;

/** Sets the ETag, and answers 304 when the caller has that already (RFC 9110 13.1.2). True when the answer is given. */
export function isUnchanged(request: FastifyRequest, reply: FastifyReply, tag: string): boolean {
  reply.header('ETag', tag);
  const known = request.headers['if-none-match'];
  if (known === undefined || !(known.trim() === '*' || tagsIn(known).includes(tag))) return false;
  reply.code(304).send();
  return true;
}

/** Compared weakly, as If-None-Match is. */
const tagsIn = (header: string): readonly string[] => header.split(',').map((one) => one.trim().replace(/^W\//, ''));
