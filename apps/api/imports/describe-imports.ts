import { applyDecorators } from '@nestjs/common';
import type { SchemaObject } from '@nestjs/swagger';
import { ApiHeader, ApiOperation, ApiParam, ApiResponse } from '../openapi/swagger';
import type { ProblemCode } from '../http/problems';
import { describeProblems } from '../openapi/describe-problems';
import { importExample } from './examples';

const PROBLEMS: readonly ProblemCode[] = [
  ...(['TOKEN_MISSING', 'TOKEN_INVALID', 'SUBJECT_UNKNOWN', 'RATE_LIMITED', 'SHUTTING_DOWN', 'INTERNAL'] as const),
  ...([
    'UNKNOWN_PARAMETER',
    'PARAMETER_FORMAT',
    'SIGN_IN_UNAVAILABLE',
    'LOG_UNAVAILABLE',
    'BUSY',
    'ID_FORMAT',
    'NOT_FOUND',
  ] as const),
  'UNKNOWN_OUTCOME',
];

const address = (): MethodDecorator =>
  applyDecorators(ApiParam({ name: 'id', schema: { type: 'string', pattern: '^imp_[a-z2-7]{26}$' } }));

const HEADERS = {
  'Log-Sequence': 'How long the log is.',
  ETag: 'For If-None-Match.',
  'Content-Digest': 'RFC 9530: SHA-256 of the file.',
  'Content-Disposition': 'The file’s name.',
} as const;

const headers = (...names: (keyof typeof HEADERS)[]): Record<string, { description: string; schema: SchemaObject }> =>
  Object.fromEntries(names.map((name) => [name, { description: HEADERS[name], schema: { type: 'string' } }]));

/** `GET /v1/imports/{id}` in the OpenAPI document. */
export function describeImport(): MethodDecorator {
  const example = importExample('received');
  return applyDecorators(
    ApiOperation({ operationId: 'imports.read', summary: 'A file and its plan, as they were when it came' }),
    address(),
    ApiHeader({
      name: 'If-None-Match',
      required: false,
      description: 'The ETag that you have.',
      schema: { type: 'string' },
    }),
    ApiResponse({
      status: 200,
      description: 'The file, and what becomes of each row.',
      headers: headers('Log-Sequence', 'ETag'),
      content: { 'application/json': { schema: { type: 'object' }, example } },
    }),
    ApiResponse({ status: 304, description: 'As you have it.' }),
    describeProblems(PROBLEMS),
  );
}

/** `GET /v1/imports/{id}/rejected.csv` in the OpenAPI document. */
export function describeRejected(): MethodDecorator {
  return applyDecorators(
    ApiOperation({
      operationId: 'imports.rejected',
      summary: 'The rejected rows and why: mend them and upload them again',
    }),
    address(),
    ApiResponse({
      status: 200,
      description: 'CSV in UTF-8 with BOM and CR LF: the rows as they came, then columns that begin with _.',
      headers: headers('Log-Sequence', 'Content-Digest', 'Content-Disposition'),
      content: { 'text/csv': { schema: { type: 'string' } } },
    }),
    describeProblems(PROBLEMS),
  );
}
