import { canonical } from '#kernel/codec/canonical';
import type { FastifyReply } from 'fastify';
import type { Occasion, Problem } from './problems';

declare module 'fastify' {
  interface FastifyReply {
    /** What the request was answered, where that is a problem. */
    problem?: Problem;
  }
}

/** Sends a problem document; Retry-After, Allow and the like come as headers. */
export function sendProblem(
  reply: FastifyReply,
  problem: Problem,
  headers: Readonly<Record<string, string>> = {},
): void {
  reply.problem = problem;
  reply
    .code(problem.status)
    .headers(headers)
    .header('Content-Type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem));
}

/** Sends the new state in its canonical text: a retry's events come back from the log with their keys in order (G3). */
export function sendState(reply: FastifyReply, status: number, body: object): void {
  reply.code(status).header('Content-Type', 'application/json; charset=utf-8').send(canonical(body));
}

/** Sends a JSON object. As text, because Fastify would look for a serializer first. */
export function sendJson(reply: FastifyReply, status: number, body: object): void {
  reply.code(status).header('Content-Type', 'application/json; charset=utf-8').send(JSON.stringify(body));
}

/** The request as a problem names it: its path without the query, which may hold what should not be repeated. */
export function occasionOf(request: { readonly url: string; readonly id: string }): Occasion {
  const end = request.url.search(/[?#]/);
  return { path: end < 0 ? request.url : request.url.slice(0, end), requestId: request.id };
}
