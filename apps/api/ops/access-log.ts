import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Metrics } from './metrics';

/**
 * One line and one measurement a request. The line names the route and its ids, no query and no body: there is nothing in
 * it to redact, and looking for it made a fifth of the garbage of a whole claim.
 */
export function watchRequests(fastify: FastifyInstance, log: Logger, metrics: Metrics): void {
  const lines = log.child({}, { redact: [] });
  fastify.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions, id, who } = request;
    const { statusCode, elapsedTime } = reply;
    const route = routeOptions.url ?? 'none';
    metrics.requestDone(elapsedTime / 1_000, {
      'http.request.method': method,
      'http.route': route,
      'http.response.status_code': statusCode,
    });
    const ms = Math.round(elapsedTime * 10) / 10;
    lines.info({ requestId: id, method, route, status: statusCode, ms, person: who?.personId }, 'request');
  });
}
