import type { PartnerId, PersonId } from '#kernel/ids/entity-id';
import type { DetailsKind, SecurityLog, SecurityNote } from '#platform/security-log/port/security-log';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { occasionOf } from '../http/send';
import { Thrift } from './thrift';

declare module 'fastify' {
  interface FastifyReply {
    /** The sealed details that the reply shows, and whose they are. */
    opened?: { readonly kind: DetailsKind; readonly whose: PartnerId | null };
  }
}

/** Whether something with this id exists, whoever asks; undefined where that cannot be said. */
export type IsThere = (id: string) => Promise<boolean | undefined>;

const FILES = /^(text\/csv|application\/x-ndjson|text\/event-stream)/;
const DENIED = new Set([401, 403, 404]);

/**
 * Notes every denial and every export in the security log (G31), whatever route it was: what leaves as a file or a stream
 * is an export, and it leaves only after it is noted, as sealed details do. A 404 counts where somebody asked for a thing by its id: it may be
 * there and not theirs, which is looked up after the answer has gone.
 */
export function watchSecurity(fastify: FastifyInstance, log: SecurityLog, isThere: IsThere): void {
  const thrift = new Thrift();
  fastify.addHook('onSend', async (request, reply) => {
    const name = exportIn(reply);
    const { opened } = reply;
    if (opened !== undefined && reply.statusCode === 200) {
      log.note({ ...noteOf(request, reply, 'look', opened.kind), whose: opened.whose });
      await log.flush();
    }
    if (name === undefined) return;
    log.note(noteOf(request, reply, 'export', name));
    await log.flush();
    request.log.info({ exported: name, person: request.who?.personId, requestId: request.id }, 'export');
  });
  fastify.addHook('onResponse', async (request, reply) => {
    if (!DENIED.has(reply.statusCode) || request.is404 || reply.problem === undefined) return;
    const [id] = Object.values(request.params as Readonly<Record<string, string>>);
    if (reply.statusCode === 404 && request.who === undefined) return;
    const room = thrift.roomFor(request.vouched ?? request.ip, Date.parse(request.at));
    if (room === undefined) return;
    const isOthers = reply.statusCode === 404 && id !== undefined ? await isThere(id) : undefined;
    log.note({
      ...noteOf(request, reply, 'denial', reply.problem.code),
      ...(isOthers === undefined ? {} : { isOthers }),
      ...(room.leftOut === 0 ? {} : { leftOut: room.leftOut }),
    });
  });
}

/** What a reply hands out as a whole: its file's name, or what kind of stream it is. */
function exportIn(reply: FastifyReply): string | undefined {
  if (reply.statusCode !== 200) return undefined;
  const disposition = String(reply.getHeader('content-disposition') ?? '');
  const name = /^attachment; filename="([^"]+)"/.exec(disposition)?.[1];
  const type = String(reply.getHeader('content-type') ?? '');
  return name ?? (FILES.test(type) ? type.replace(/;.*/, '') : undefined);
}

function noteOf(
  request: FastifyRequest,
  { statusCode: status }: FastifyReply,
  kind: SecurityNote['kind'],
  what: string,
): SecurityNote {
  const { at, method, id: requestId, ip: from, vouched } = request;
  const person: PersonId | null = vouched ?? null;
  return { at, kind, what, person, method, path: occasionOf(request).path, status, requestId, from };
}
