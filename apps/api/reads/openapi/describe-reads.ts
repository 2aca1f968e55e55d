import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiParam, ApiQuery, ApiResponse, ApiTags } from '../../openapi/swagger';
import type { SchemaObject } from '@nestjs/swagger';
import type { ProblemCode } from '../../http/problems';
import { describeProblems } from '../../openapi/describe-problems';
import type { EntityRead } from '../entity/entity-read';
import { keyShapeOf } from '../entity/entity-read';
import type { Parameter } from '../query/parameter';
import { parametersOf } from '../table/table-query';
import type { TableRead } from '../table/table-read';
import { schemaOfExample } from './schema-of-example';

type Describes = MethodDecorator & ClassDecorator;

/** What every read may answer beside its own codes. */
export const READ_PROBLEMS: readonly ProblemCode[] = [
  ...([
    'UNKNOWN_PARAMETER',
    'PARAMETER_FORMAT',
    'TOKEN_MISSING',
    'TOKEN_INVALID',
    'SUBJECT_UNKNOWN',
    'FORBIDDEN',
  ] as const),
  ...(['RATE_LIMITED', 'INTERNAL', 'SHUTTING_DOWN', 'SIGN_IN_UNAVAILABLE', 'LOG_UNAVAILABLE'] as const),
];
export const OF_VIEWS: readonly ProblemCode[] = ['BEYOND_LOG', 'BEHIND', 'STILL_FOLDING'];

/** `GET /v1/claims` in the OpenAPI document. */
export function describePage(table: TableRead<object>): Describes {
  const { path, tag, summary } = table;
  const { schema, example } = pageBody(table);
  return applyDecorators(
    ApiTags(tag),
    ApiOperation({ operationId: `${idOf(path)}.list`, summary }),
    ...parametersOf(table, 'page').map(describeParameter),
    ifNoneMatch(),
    ApiResponse({
      status: 200,
      description: 'A page; count and totals are of the whole filter.',
      headers: headers('Link'),
      content: { 'application/json': { schema, example } },
    }),
    ApiResponse({ status: 304, description: 'As you have it.' }),
    describeProblems([...READ_PROBLEMS, ...OF_VIEWS, 'CURSOR']),
  );
}

/** A page as it looks; `nextCursor` is null in the example only because the page is the last. */
function pageBody({ example, exampleTotals, exampleAbout = {} }: TableRead<object>): {
  readonly schema: SchemaObject;
  readonly example: object;
} {
  const last = { hasMore: false, nextCursor: null, count: 1 };
  const body = { data: [example], ...last, totals: exampleTotals, ...exampleAbout, sequence: 480 };
  const { properties, ...schema } = schemaOfExample(body);
  const nextCursor = { type: ['string', 'null'] } as unknown as SchemaObject;
  return { schema: { ...schema, properties: { ...properties, nextCursor } }, example: body };
}

/** `GET /v1/claims.csv` in the OpenAPI document. */
export function describeFile(table: TableRead<object>): Describes {
  const { path, tag, summary } = table;
  return applyDecorators(
    ApiTags(tag),
    ApiOperation({ operationId: `${idOf(path)}.csv`, summary: `${summary}: all rows of the filter as a file` }),
    ...parametersOf(table, 'file').map(describeParameter),
    ifNoneMatch(),
    ApiResponse({
      status: 200,
      description: 'CSV in UTF-8 with BOM and CR LF; money in cents and in dollars.',
      headers: headers('Content-Digest', 'Content-Disposition'),
      content: { 'text/csv': { schema: { type: 'string' } } },
    }),
    ApiResponse({ status: 304, description: 'As you have it.' }),
    describeProblems([...READ_PROBLEMS, ...OF_VIEWS]),
  );
}

/** `GET /v1/claims/{id}` in the OpenAPI document. */
export function describeEntity(read: EntityRead<object, object>, parameters: readonly Parameter[]): Describes {
  const { path, tag, summary, example, part } = read;
  const { pattern, example: id } = keyShapeOf(read);
  return applyDecorators(
    ApiTags(tag),
    ApiOperation({ operationId: `${idOf(path)}.${part ?? 'read'}`, summary }),
    ApiParam({
      name: 'id',
      schema: { type: 'string', pattern: pattern.source },
      example: id,
    }),
    ...parameters.map(describeParameter),
    ifNoneMatch(),
    ApiResponse({
      status: 200,
      description: 'It, as of `Log-Sequence`.',
      headers: headers(),
      content: { 'application/json': { schema: schemaOfExample(example), example } },
    }),
    ApiResponse({ status: 304, description: 'As you have it.' }),
    describeProblems([...READ_PROBLEMS, ...OF_VIEWS, 'ID_FORMAT', 'NOT_FOUND']),
  );
}

/** A query parameter in the OpenAPI document. */
export function describeParameter({ name, description, schema }: Parameter): MethodDecorator {
  return ApiQuery({ name, required: false, description, schema: schema as SchemaObject });
}

const HEADERS: Readonly<Record<string, string>> = {
  'Log-Sequence': 'The position in the log that the reply reflects.',
  ETag: 'For If-None-Match.',
  Link: '`rel="next"`: the next page.',
  'Content-Digest': 'RFC 9530: SHA-256 of the file.',
  'Content-Disposition': 'The file’s name, with the sequence in it.',
};

function headers(...names: string[]): Record<string, { description: string; schema: SchemaObject }> {
  const all = ['Log-Sequence', 'ETag', ...names];
  return Object.fromEntries(
    all.map((name) => [name, { description: HEADERS[name] ?? '', schema: { type: 'string' } }]),
  );
}

function ifNoneMatch(): MethodDecorator & ClassDecorator {
  const description = 'The ETag that you have; 304 when nothing has changed.';
  return ApiHeader({ name: 'If-None-Match', required: false, description, schema: { type: 'string' } });
}

/** `v1/cap-usage` is `capUsage` in operation ids, `v1/policies/incentives` is `policiesIncentives`. */
function idOf(path: string): string {
  return path.replace(/^v1\//, '').replace(/[-/](\w)/g, (_dash, letter: string) => letter.toUpperCase());
}
