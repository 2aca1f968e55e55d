import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject, SchemaObject } from '@nestjs/swagger';
import { problemExamples } from './describe-problems';
import type { Swagger } from './swagger';

const FIELD_ERROR: SchemaObject = {
  type: 'object',
  required: ['code', 'detail'],
  properties: {
    pointer: { type: 'string', description: 'Where in the body: `#/evidence/0/kind`.' },
    parameter: { type: 'string', description: 'Which part of the address or query.' },
    code: { type: 'string' },
    detail: { type: 'string' },
  },
};

const PROBLEM: SchemaObject = {
  type: 'object',
  description: 'RFC 9457. `type` is a page that says what to do.',
  required: ['type', 'title', 'status', 'detail', 'code', 'instance', 'requestId'],
  properties: {
    type: { type: 'string', format: 'uri-reference' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string' },
    instance: { type: 'string', format: 'uri-reference' },
    requestId: { type: 'string' },
    errors: { type: 'array', items: FIELD_ERROR },
    because: { type: 'string', description: 'Of a recorded refusal: why.' },
    figures: { type: 'object', description: 'What the answer compared.' },
    wouldPass: { type: 'object', description: 'The smallest change that would pass, in the command’s own fields.' },
    dryRun: { type: 'boolean' },
  },
};

/** The API's description, from the controllers and the commands' own fields. */
export function openApiDocument(
  app: NestFastifyApplication,
  { DocumentBuilder, SwaggerModule }: Swagger,
): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Regional Partner network')
    .setDescription(
      'Incentives, marketing grants and payouts of Code.org’s Regional Partners. Money is integer US cents; every answer can be explained from the log.',
    )
    .setVersion('1')
    .setLicense('Proprietary', 'urn:rpn:unlicensed')
    .addServer('/', 'This server')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }, 'bearer')
    .addSecurityRequirements('bearer')
    .build();
  const document = SwaggerModule.createDocument(app, config, { autoTagControllers: false });
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: PROBLEM },
    examples: usedIn(document, problemExamples()),
  };
  return document;
}

/** The examples that some operation points to. */
function usedIn<T>(document: OpenAPIObject, examples: Record<string, T>): Record<string, T> {
  const text = JSON.stringify(document.paths);
  return Object.fromEntries(
    Object.entries(examples).filter(([code]) => text.includes(`"#/components/examples/${code}"`)),
  );
}
