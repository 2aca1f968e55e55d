import { present } from '#kernel/assert/assert';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { sendJson } from '../../http/send';
import { csvFile } from '../csv/csv-text';
import { isUnchanged, tableTag } from '../etag';
import type { TableRead } from './table-read';
import type { Answer, Reading } from './tables';
import { Tables } from './tables';

/** Answers the addresses of declared tables. */
@Injectable()
export class TableEndpoint {
  constructor(private readonly tables: Tables) {}

  /** A page as JSON. */
  async page(table: TableRead<object>, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const answer = await this.tables.page(table, request.query, readingOf(request));
    if (isSame(table, answer, request, reply)) return;
    const { value, sequence, nextCursor } = answer;
    const { rows, hasMore, count, totals, about = {} } = value;
    if (nextCursor !== null) reply.header('Link', `<${nextPage(table, answer)}>; rel="next"`);
    sendJson(reply, 200, { data: rows, hasMore, nextCursor, count, totals, ...about, sequence, ...asOfOf(answer) });
  }

  /** The whole table as a file. */
  async file(table: TableRead<object>, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const answer = await this.tables.whole(table, request.query, readingOf(request));
    if (isSame(table, answer, request, reply)) return;
    const { value, sequence, query } = answer;
    const name = [table.name, table.label?.(value, query.filters), `s${sequence}`].filter(Boolean).join('_');
    const { chunks, bytes, digest } = await csvFile(table.csv, value.rows);
    reply.header('Content-Type', 'text/csv; charset=utf-8; header=present');
    reply.header('Content-Disposition', `attachment; filename="${name}.csv"`);
    reply.header('Content-Digest', digest).header('Content-Length', bytes);
    await reply.send(Readable.from(chunks));
  }
}

/** Who asks, and when. */
export function readingOf(request: FastifyRequest): Reading {
  return { subject: present(request.who, 'the person of a read').subject, now: request.at };
}

/** What an as-of reply states: the position that it used. */
export function asOfOf({
  sequence,
  query,
}: {
  readonly sequence: number;
  readonly query: { readonly asOf: unknown };
}): object {
  return query.asOf === undefined ? {} : { asOf: { sequence } };
}

function isSame(
  table: TableRead<object>,
  answer: Answer<object>,
  request: FastifyRequest,
  reply: FastifyReply,
): boolean {
  const { sequence, value } = answer;
  reply.header('Log-Sequence', sequence);
  const person = table.isPersonal === true ? readingOf(request).subject.personId.replace('_', '') : undefined;
  const variant = [table.variant?.(value), person].filter((part) => part !== undefined).join('-');
  return isUnchanged(request, reply, tableTag(sequence, table.views, variant === '' ? undefined : variant));
}

/** The address of the next page: what was asked, without what only the first page needs. */
function nextPage({ path }: TableRead<object>, { query, nextCursor }: Answer<object>): string {
  const asked = [...query.sent].filter(([name]) => name !== 'cursor' && name !== 'minSequence');
  return `/${path}?${new URLSearchParams([...asked, ['cursor', nextCursor ?? '']]).toString()}`;
}
