import { ON_BEHALF } from '#contexts/access/policy/permissions';
import { fieldsOf } from '#kernel/requested/field-registry';
import { applyDecorators } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiExtension,
  ApiHeader,
  ApiOperation,
  ApiParam,
  ApiQuery,
  ApiResponse,
} from './swagger';
import type { SchemaObject } from '@nestjs/swagger';
import type { Issue } from '../commands/issue';
import type { ProblemCode } from '../http/problems';
import { describeParameter } from '../reads/openapi/describe-reads';
import { describeProblems } from './describe-problems';
import { bodyExample, bodySchema } from './schemas';

/** What every command may answer beside its own codes. */
const ALWAYS: readonly ProblemCode[] = [
  ...(['BAD_JSON', 'TOO_DEEP', 'DUPLICATE_KEY', 'NUMBER_UNSAFE', 'BODY_MISSING', 'BODY_NOT_OBJECT'] as const),
  ...(['INVALID_BODY', 'UNKNOWN_FIELD', 'REQUIRED', 'UNKNOWN_PARAMETER', 'PARAMETER_FORMAT'] as const),
  ...(['IDEMPOTENCY_KEY_MISSING', 'IDEMPOTENCY_KEY_FORMAT', 'TOKEN_MISSING', 'TOKEN_INVALID'] as const),
  ...([
    'SUBJECT_UNKNOWN',
    'FORBIDDEN',
    'BODY_TOO_LARGE',
    'MEDIA_TYPE',
    'KEY_REUSED',
    'RATE_LIMITED',
    'INTERNAL',
  ] as const),
  ...(['UNKNOWN_OUTCOME', 'BUSY', 'SHUTTING_DOWN', 'SIGN_IN_UNAVAILABLE', 'DISK_FULL'] as const),
];
const OF_TRANSITIONS: readonly ProblemCode[] = ['ID_FORMAT', 'IF_MATCH_FORMAT', 'NOT_FOUND', 'STALE'];

const FOR_ANOTHER: readonly ProblemCode[] = ['ON_BEHALF_FORMAT'];
const ON_BEHALF_OF = ApiHeader({
  name: 'On-Behalf-Of',
  required: false,
  description: 'For whom you enter it, who must be allowed it; the event names both, and duties count for both.',
  schema: { type: 'string', pattern: '^per_[a-z2-7]{26}$' },
});

const A_DRY_RUN = ApiResponse({
  status: 200,
  description: 'A dry run: what would be, with `dryRun: true`.',
  content: { 'application/json': { schema: { type: 'object' } } },
});

const FILE: SchemaObject = {
  type: 'object',
  additionalProperties: false,
  required: ['file'],
  properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } as SchemaObject },
};

/** A command's operation in the OpenAPI document, from the fields that validate it and the one table of problems. */
export function describeCommand(issue: Issue): MethodDecorator {
  const { name, operationId, summary, command, answers, codes, example, takesFile, triedAs, parameters = [] } = issue;
  const pathField = fieldsOf(command).find(({ path }) => path === true);
  const transition = pathField === undefined ? [] : OF_TRANSITIONS;
  const schema = takesFile === true ? FILE : (bodySchema(command) as SchemaObject);
  const content = { 'application/json': { schema: { type: 'object' } as SchemaObject, example } };
  return applyDecorators(
    ApiOperation({ operationId, summary }),
    // The row of the permission table, for whoever reads the document beside it.
    ApiExtension('x-command', issue.name),
    ApiHeader({
      name: 'Idempotency-Key',
      required: true,
      description: 'A new UUID for each command; the same when it is sent again.',
      schema: { type: 'string', format: 'uuid' },
    }),
    ApiQuery({
      name: 'dryRun',
      required: false,
      description: 'Decide and store nothing: 200 with what would be.',
      schema: { type: 'boolean' },
    }),
    ...(Object.hasOwn(ON_BEHALF, name) ? [ON_BEHALF_OF] : []),
    ...parameters.map(describeParameter),
    ...(pathField === undefined ? [] : describeAddress(pathField.schema)),
    ...(takesFile === true ? [ApiConsumes('multipart/form-data')] : []),
    ApiBody({
      required: true,
      schema,
      ...(takesFile === true ? {} : { examples: { least: { value: issue.body ?? bodyExample(command) } } }),
    }),
    ...(triedAs === undefined ? [] : [describeTrial(triedAs)]),
    ApiResponse({ status: answers, description: 'Done, and durable.', headers: doneHeaders(answers), content }),
    ...(answers === 200 ? [] : [A_DRY_RUN]),
    describeProblems([...ALWAYS, ...transition, ...codes, ...(Object.hasOwn(ON_BEHALF, name) ? FOR_ANOTHER : [])]),
  );
}

function describeTrial({ example }: NonNullable<Issue['triedAs']>): MethodDecorator {
  const content = { 'application/json': { schema: { type: 'object' } as SchemaObject, example } };
  return ApiResponse({
    status: 200,
    description: 'Of a dry run, whose body may be {}: what would be decided.',
    content,
  });
}

function describeAddress(schema: SchemaObject): (MethodDecorator & ClassDecorator)[] {
  return [
    ApiParam({ name: 'id', schema }),
    ApiHeader({
      name: 'If-Match',
      required: false,
      description: 'The ETag that you read; another state answers 412.',
      schema: { type: 'string', pattern: '^"r[0-9]{1,15}"$' },
    }),
  ];
}

function doneHeaders(status: 200 | 201 | 202): Record<string, { description: string; schema: SchemaObject }> {
  const text: SchemaObject = { type: 'string' };
  return {
    'Log-Sequence': { description: 'Sequence of the command’s last event.', schema: { type: 'integer' } },
    'Idempotent-Replayed': { description: '`true` when an earlier request with this key did it.', schema: text },
    ETag: { description: 'Revision of the last event that touched it.', schema: text },
    ...(status !== 200 ? { Location: { description: 'Where it can be read.', schema: text } } : {}),
  };
}
