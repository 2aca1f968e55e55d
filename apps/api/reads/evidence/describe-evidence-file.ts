import { applyDecorators } from '@nestjs/common';
import type { SchemaObject } from '@nestjs/swagger';
import { ApiOperation, ApiParam, ApiResponse, ApiTags } from '../../openapi/swagger';
import { describeProblems } from '../../openapi/describe-problems';
import { describeParameter, OF_VIEWS, READ_PROBLEMS } from '../openapi/describe-reads';
import { minSequenceParameter } from '../query/standard-parameters';

const BINARY = { type: 'string', contentMediaType: 'application/octet-stream' } as SchemaObject;

/** `GET /v1/evidence/{id}` in the OpenAPI document. */
export function describeEvidenceFile(): MethodDecorator {
  return applyDecorators(
    ApiTags('evidence'),
    ApiOperation({ operationId: 'evidence.download', summary: 'A file of evidence, as an attachment' }),
    ApiParam({ name: 'id', schema: { type: 'string', pattern: '^[0-9a-f]{64}$' }, example: 'c'.repeat(64) }),
    describeParameter(minSequenceParameter),
    ApiResponse({
      status: 200,
      description: 'The bytes as they were received, of the type that they are.',
      headers: {
        'Content-Disposition': { description: 'attachment, under a name of our own.', schema: { type: 'string' } },
        'Content-Digest': { description: 'RFC 9530: SHA-256 of the file.', schema: { type: 'string' } },
      },
      content: { 'application/octet-stream': { schema: BINARY } },
    }),
    describeProblems([...READ_PROBLEMS, ...OF_VIEWS, 'ID_FORMAT', 'NOT_FOUND', 'ERASED']),
  );
}
