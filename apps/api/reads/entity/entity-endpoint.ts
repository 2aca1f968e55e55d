import { notFound } from '#kernel/decider/answer';
import type { Scope } from '#platform/view-store/port/scope';
import type { View } from '#platform/view-store/port/view';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from '../../http/problems';
import { sendJson } from '../../http/send';
import { isUnchanged, revisionTag } from '../etag';
import { Moments } from '../moment/moments';
import { asOfParameter, parseAsOf } from '../query/as-of';
import { readParameters } from '../query/parameter';
import { minSequenceParameter } from '../query/standard-parameters';
import { scopesOf } from '../scope-of';
import type { PartnerRef } from '../table/listed';
import { partnerRef, partnersIn } from '../table/listed';
import { readingOf } from '../table/table-endpoint';
import type { EntityRead, Seen } from './entity-read';
import { keyShapeOf } from './entity-read';

/** What a thing's address takes besides its id. */
export const entityParameters = [asOfParameter, minSequenceParameter];

interface Found {
  readonly body: object;
  readonly revision: number;
}

/** Answers the addresses of single things. What is absent and what is others' look the same (G22). */
@Injectable()
export class EntityEndpoint {
  constructor(private readonly moments: Moments) {}

  async answer(read: EntityRead<object, object>, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { subject, now } = readingOf(request);
    const scopes = scopesOf(subject, read.name);
    const id = idIn(request, read);
    const sent = readParameters(request.query, entityParameters);
    const [asked, least] = [sent.get('asOf'), sent.get('minSequence')];
    const asOf = asked === undefined ? undefined : parseAsOf(asked);
    const minSequence = least === undefined ? undefined : Number(least);
    const { value, sequence } = await this.moments.show(read.views, { now, asOf, minSequence }, (reader, at) =>
      found(read, id, scopes, { subject, at, past: asOf !== undefined, reader }),
    );
    reply.header('Log-Sequence', sequence);
    if (value === undefined) throw new ProblemError('NOT_FOUND', notFound.detail);
    const tag = revisionTag(value.revision);
    if (read.daily === true) reply.header('ETag', tag);
    else if (isUnchanged(request, reply, tag)) return;
    sendJson(reply, 200, { ...value.body, ...(asOf === undefined ? {} : { asOf: { sequence } }) });
  }
}

const NOBODY: PartnerRef = { id: 'ptr_', slug: '', name: '' };

/** Looks under each partner that the person works for; mostly there is one. */
async function found(
  read: EntityRead<object, object>,
  id: string,
  scopes: readonly Scope[],
  seen: Omit<Seen, 'scope'>,
): Promise<Found | undefined> {
  const { reader } = seen;
  for (const scope of scopes) {
    const document: object | undefined = await reader.get(scope, read.view as View<object>, id);
    if (document === undefined) continue;
    const partnerId = read.partnerIdOf?.(document);
    const partner = partnerId === undefined ? NOBODY : partnerRef(partnerId, await partnersIn(reader, scope));
    const body = await read.show(document, partner, { ...seen, scope });
    return body === undefined ? undefined : { body, revision: read.revisionOf(document) };
  }
  return undefined;
}

/** The id in the address; stops with 400 on another shape (bad input 63). */
function idIn({ params }: FastifyRequest, read: EntityRead<object, object>): string {
  const { id = '' } = params as { readonly id?: string };
  // `%2F` is another address, and nothing is there; it is no misspelt id.
  if (id.includes('/')) throw new ProblemError('NOT_FOUND', notFound.detail);
  const { pattern, expected } = keyShapeOf(read);
  if (pattern.test(id)) return id;
  const detail = `Expected ${expected}.`;
  throw new ProblemError('ID_FORMAT', detail, { errors: [{ parameter: 'id', code: 'ID_FORMAT', detail }] });
}
