import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse, ApiTags } from '../../openapi/swagger';
import { describeProblems } from '../../openapi/describe-problems';
import { describeParameter, READ_PROBLEMS } from '../openapi/describe-reads';
import { schemaOfExample } from '../openapi/schema-of-example';
import { eventParameters } from './event-query';

const EVENT = {
  data: { personId: 'per_a4d6f2h5j7l3n5p7r2t4v6x3za', role: 'finance' },
  id: '0f8fad5b-d9cb-569f-a165-70867728950e',
  metadata: { actor: 'per_b4d6f2h5j7l3n5p7r2t4v6x3za', role: 'admin' },
  recordedAt: '2026-08-04T12:00:00.000Z',
  revision: 1,
  stream: 'person-per_a4d6f2h5j7l3n5p7r2t4v6x3za',
  type: 'RoleGranted',
  version: 1,
  sequence: 17,
};
const PAGE = { data: [EVENT], hasMore: true, after: 17, sequence: 480 };

/** `GET /v1/audit/events` in the OpenAPI document. */
export function describeEvents(): MethodDecorator {
  return applyDecorators(
    ApiTags('audit'),
    ApiOperation({
      operationId: 'audit.events',
      summary: 'The events of the log in order, each with its canonical members and its sequence',
    }),
    ...eventParameters.map(describeParameter),
    ApiHeader({
      name: 'Last-Event-ID',
      required: false,
      description: 'SSE only: the sequence of the last event that you have.',
      schema: { type: 'integer' },
    }),
    ApiResponse({
      status: 200,
      description: 'By `Accept`: a page; every event that follows, a line each; or the log as it grows.',
      headers: { 'Log-Sequence': { description: 'Where the log ends.', schema: { type: 'integer' } } },
      content: {
        'application/json': { schema: schemaOfExample(PAGE), example: PAGE },
        'application/x-ndjson': { schema: { type: 'string' } },
        'text/event-stream': { schema: { type: 'string' } },
      },
    }),
    describeProblems([...READ_PROBLEMS, 'BEHIND', 'BUSY']),
  );
}
