import type { PersonId } from '#kernel/ids/entity-id';
import type { Instant } from '#kernel/time/instant';
import type { EventStore } from '#platform/event-store/port/event-store';
import { StoreUnavailable } from '#platform/event-store/port/store-unavailable';
import type { Clock } from '#platform/runtime/clock';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Subject, Who } from '../auth/directory';
import type { Gate } from '../auth/gate';
import type { Drain } from '../drain';
import { NOT_KNOWN } from './command-answer';
import { checkMediaType } from './media-type';
import { ProblemError } from './problems';
import { triedAs } from './command-headers';
import type { RateLimit } from './rate-limit';
import { parseStrictJson } from './strict-json';

declare module 'fastify' {
  interface FastifyRequest {
    /** When it arrived; rules every deadline of the command in it. */
    at: Instant;
    /** Whom a token that holds names, whether they may come in or not. */
    vouched: PersonId | undefined;
    /** Undefined on public routes. */
    who: Who | undefined;
    /** For whom the command is issued: who asks, or whom `On-Behalf-Of` names. */
    principal: Subject | undefined;
    /** In which role the command may be issued. */
    role: string;
  }
}

export interface EdgeParts {
  readonly clock: Clock;
  readonly store: EventStore;
  readonly gate: Gate;
  readonly rate: RateLimit;
  readonly drain: Drain;
  /** Sent with every reply. */
  readonly headers: Readonly<Record<string, string>>;
}

/** What happens to every request before its handler and to every reply after it. */
export function installEdge(fastify: FastifyInstance, parts: EdgeParts): void {
  const { clock, store, drain, headers } = parts;
  fastify.decorateRequest('at');
  fastify.decorateRequest('vouched');
  fastify.decorateRequest('who');
  fastify.decorateRequest('principal');
  fastify.decorateRequest('role', '');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body: Buffer, done) => {
    try {
      done(null, parseStrictJson(body));
    } catch (error) {
      done(error as Error);
    }
  });
  fastify.addHook('onRequest', async (request, reply) => {
    request.at = clock.now();
    reply.headers(headers).header('Request-Id', request.id);
    drain.arrive(request, reply);
    if (request.is404) return;
    await letIn(request, reply, parts).catch((error: unknown) => {
      throw asTold(error, request);
    });
  });
  // Commands say the sequence of their own events; everything else says how long the log is.
  fastify.addHook('onSend', async (request, reply) => {
    // What needs no log must not wait for one: a server that is alive says so while its log is frozen.
    if (request.routeOptions.config.isPublic === true || reply.getHeader('Log-Sequence') !== undefined) return;
    const sequence = await lengthOf(store);
    if (sequence !== undefined) reply.header('Log-Sequence', sequence);
  });
  fastify.addHook('onResponse', async (request) => drain.leave(request));
}

/** A command is told of a log out of reach as its mailbox would tell it: an earlier try may have been stored (G15). */
function asTold(error: unknown, { routeOptions }: FastifyRequest): unknown {
  if (!(error instanceof StoreUnavailable) || routeOptions.config.command === undefined) return error;
  return new ProblemError('UNKNOWN_OUTCOME', NOT_KNOWN, {}, { 'Retry-After': '1' });
}

/** Undefined while the log is out of reach: the reply itself says that, where it matters. */
async function lengthOf(store: EventStore): Promise<number | undefined> {
  try {
    return (await store.head()).sequence;
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    return undefined;
  }
}

async function letIn(request: FastifyRequest, reply: FastifyReply, { gate, rate }: EdgeParts): Promise<void> {
  const { isPublic, command } = request.routeOptions.config;
  if (isPublic === true) return rate.take(`ip ${request.ip}`, reply);
  try {
    request.who = await gate.whoAsks(request);
  } catch (error) {
    // Guessing tokens is counted by where it comes from.
    if (error instanceof ProblemError) await rate.take(`ip ${request.ip}`, reply);
    throw error;
  }
  await rate.take(request.who.personId, reply);
  if (command !== undefined) {
    const { name } = triedAs(request, command) ?? command;
    Object.assign(request, await gate.actsFor(request.who, name, request));
  }
  checkMediaType(request);
}
