import type { NestApplicationOptions } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NO_SCHEMAS } from '../http/no-schemas';
import { ProblemError } from '../http/problems';
import { openApiDocument } from './document';
import { loadSwagger } from './swagger';

/** What a reply keeps of what Swagger's own server says; all else is the edge's. */
const KEPT = ['content-type', 'cache-control', 'etag', 'last-modified'] as const;
const ADDRESSES = ['/openapi.json', '/docs', '/docs/*'];

@Module({})
class DocsModule {}

/**
 * `/openapi.json`, and `/docs` from local files. Swagger registers its routes where it is set up, which is too late once
 * the server listens; so it has an application of its own, made when one of the addresses is first asked for.
 */
export function serveDocument(app: NestFastifyApplication): void {
  let docs: Promise<NestFastifyApplication> | undefined;
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    docs ??= docsOf(app);
    const { method, url, headers } = request;
    const got = await (await docs).inject({ method: method as 'GET' | 'HEAD', url, headers });
    if (got.statusCode === 404) throw new ProblemError('NOT_FOUND', 'There is nothing at this address.');
    for (const name of KEPT) if (got.headers[name] !== undefined) reply.header(name, got.headers[name]);
    return reply.code(got.statusCode).send(got.rawPayload);
  };
  const fastify = app.getHttpAdapter().getInstance();
  for (const address of ADDRESSES) fastify.get(address, { config: { isPublic: true } }, answer);
}

async function docsOf(app: NestFastifyApplication): Promise<NestFastifyApplication> {
  const swagger = await loadSwagger();
  const adapter = new FastifyAdapter({ schemaController: NO_SCHEMAS });
  // Nest declares its options as a class that there is not, and takes a literal: hence their members' type.
  const options: Pick<NestApplicationOptions, 'logger'> = { logger: false };
  const docs = await NestFactory.create<NestFastifyApplication>(DocsModule, adapter, options);
  swagger.SwaggerModule.setup('docs', docs, openApiDocument(app, swagger), {
    jsonDocumentUrl: 'openapi.json',
    raw: ['json'],
    customSiteTitle: 'Regional Partner network: API',
    swaggerOptions: { persistAuthorization: false, validatorUrl: null },
  });
  await docs.init();
  return docs;
}
