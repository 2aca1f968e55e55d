import { StoreUnavailable } from '#platform/event-store/port/store-unavailable';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { Catch } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemOf } from './foreign-errors';
import type { MethodIndex } from './method-index';
import { problem, ProblemError } from './problems';
import { occasionOf, sendProblem } from './send';

/** Answers every error of Nest, of Fastify and of our own as RFC 9457, and logs what is our fault. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly methods: MethodIndex) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  /** Also for errors that come before any route: Fastify hands those over on their own. */
  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const found = this.atKnownAddress(problemOf(error), request, reply);
    if (found === undefined) return;
    const { code, detail, more, headers } = found;
    const said = problem(code, detail, occasionOf(request), more);
    if (said.status >= 500 && isForeseen(error)) request.log.warn({ code, requestId: request.id }, detail);
    else if (said.status >= 500) request.log.error({ err: found.cause ?? error, code, requestId: request.id }, detail);
    else if (said.status === 401 || said.status === 403) {
      // Every denial leaves a trace outside the log of events (G31).
      request.log.warn(
        { denied: code, person: request.who?.personId, route: request.url, requestId: request.id },
        detail,
      );
    }
    if (reply.sent) return;
    sendProblem(reply, said, headers);
  }

  /** No route: 405 with `Allow` where the address exists with another method, and OPTIONS answered; undefined when done. */
  private atKnownAddress(error: ProblemError, request: FastifyRequest, reply: FastifyReply): ProblemError | undefined {
    if (error.code !== 'NOT_FOUND' || !request.is404) return error;
    const allow = this.methods.allowed(occasionOf(request).path);
    if (allow === undefined) return error;
    if (request.method !== 'OPTIONS') {
      return new ProblemError(
        'METHOD_NOT_ALLOWED',
        `${request.method} is not known here; ${allow} are.`,
        {},
        { Allow: allow },
      );
    }
    reply.code(204).header('Allow', allow).send();
    return undefined;
  }
}

/** Said by us and caused by nothing else: that a server stops or a view lags is no fault, and a drain says it often. */
const isForeseen = (error: unknown): boolean =>
  error instanceof StoreUnavailable || (error instanceof ProblemError && error.cause === undefined);
