import 'reflect-metadata';
import { forgetfulSecurityLog } from '#platform/profiles/embedded/open-security-log';
import type { SecurityLog } from '#platform/security-log/port/security-log';
import multipart from '@fastify/multipart';
import type { DynamicModule, NestApplicationOptions, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LogController } from 'fastify';
import type { Logger } from 'pino';
import { ApiModule } from './api.module';
import { Gate } from './auth/gate';
import { TokenVerifier } from './auth/token-verifier';
import type { Issuer } from './auth/issuers';
import { Drain } from './drain';
import { answerClientError } from './http/client-errors';
import { CommandAddresses } from './http/command-addresses';
import { installEdge } from './http/edge';
import { MethodIndex } from './http/method-index';
import { ProblemFilter } from './http/problem-filter';
import type { RatePolicy } from './http/rate-limit';
import { RateLimit } from './http/rate-limit';
import { requestIdOf } from './http/request-id';
import { NO_SCHEMAS } from './http/no-schemas';
import { securityHeaders } from './http/security-headers';
import { UPLOAD_LIMITS } from './http/upload';
import type { Network } from './network';
import { serveDocument } from './openapi/docs-server';
import { watchRequests } from './ops/access-log';
import { watchSecurity } from './ops/security-watch';
import { makeLogger, NestLog } from './ops/logging';
import { Metrics } from './ops/metrics';

export interface ServerOptions {
  /** Whose tokens are taken. */
  readonly issuer: Issuer;
  /** Lifted by benches and tests. */
  readonly rate?: RatePolicy;
  readonly log?: Logger;
  /** Where denials and exports are noted; forgotten with the process otherwise. */
  readonly security?: SecurityLog;
  /** Further modules: the reads. */
  readonly modules?: readonly (Type | DynamicModule)[];
}

/** A server that is ready to listen, and how it is stopped. */
export interface ApiServer {
  readonly app: NestFastifyApplication;
  /** Takes no new work, answers what is in hand, closes; at most 10 s (G32). The network stays open. */
  stop(): Promise<void>;
}

const BODY_LIMIT = 256 * 1024;
const REQUEST_MS = 15_000;
const CONNECTION_MS = 20_000;
const DRAIN_MS = 8_000;

/** Builds the HTTP application over a running network; listening is the caller's. */
export async function createServer(
  network: Network,
  { issuer, rate, log = makeLogger(), security = forgetfulSecurityLog(), modules = [] }: ServerOptions,
): Promise<ApiServer> {
  const [drain, metrics, methods, addresses] = [
    new Drain(),
    new Metrics(network),
    new MethodIndex(),
    new CommandAddresses(),
  ];
  const filter = new ProblemFilter(methods);
  const headers = await securityHeaders();
  // An address that cannot be decoded never meets the hooks, so their headers are given here.
  const adapter = adapterWith(log, (error, request, reply) => {
    reply.headers(headers).header('Request-Id', request.id);
    const answer = (): void => filter.answer(error, request, reply);
    void network.store
      .head()
      .then(({ sequence }) => void reply.header('Log-Sequence', sequence))
      .then(answer, answer);
  });
  const fastify = adapter.getInstance<FastifyInstance>();
  methods.watch(fastify);
  addresses.watch(fastify);
  const gate = new Gate(new TokenVerifier(issuer), network.directory);
  installEdge(fastify, { clock: network.clock, store: network.store, gate, rate: new RateLimit(rate), drain, headers });
  watchRequests(fastify, log, metrics);
  watchSecurity(fastify, security, network.isThere ?? (async () => undefined));
  await fastify.register(multipart, { limits: UPLOAD_LIMITS });
  const root = ApiModule.over(network, { drain, metrics, security, addresses, modules });
  // Nest declares its options as a class that there is not, and takes a literal: hence their members' type.
  const options: Pick<NestApplicationOptions, 'logger' | 'bodyParser' | 'abortOnError'> = {
    logger: new NestLog(log),
    bodyParser: false,
    abortOnError: false,
  };
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, options);
  app.useGlobalFilters(filter);
  serveDocument(app);
  await app.init();
  await fastify.ready();
  return { app, stop: () => stop(app, drain, metrics) };
}

function adapterWith(
  log: Logger,
  frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => void,
): FastifyAdapter {
  return new FastifyAdapter({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_MS,
    connectionTimeout: CONNECTION_MS,
    routerOptions: { maxParamLength: 100 },
    requestIdHeader: false,
    // A logger for each request would look for what to redact in bindings that it does not have, at a tenth of a request.
    childLoggerFactory: (logger: FastifyBaseLogger) => logger,
    genReqId: ({ headers }: { headers: Parameters<typeof requestIdOf>[0] }) => requestIdOf(headers),
    clientErrorHandler: answerClientError,
    frameworkErrors: frameworkErrors as never,
    schemaController: NO_SCHEMAS,
    // No Nest middleware is used; its plugin would look at every request.
    skipMiddie: true,
  });
}

async function stop(app: NestFastifyApplication, drain: Drain, metrics: Metrics): Promise<void> {
  await drain.finish(DRAIN_MS);
  const http = app.getHttpServer() as { closeAllConnections(): void };
  const closing = app.close();
  http.closeAllConnections();
  await closing;
  await metrics.close();
}
