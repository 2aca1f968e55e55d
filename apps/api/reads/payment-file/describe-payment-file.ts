import { applyDecorators } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiResponse, ApiTags } from '../../openapi/swagger';
import { describeProblems } from '../../openapi/describe-problems';
import { describeParameter, OF_VIEWS, READ_PROBLEMS } from '../openapi/describe-reads';
import { minSequenceParameter } from '../query/standard-parameters';

/** `GET /v1/payout-batches/{id}/export.csv` in the OpenAPI document. */
export function describePaymentFile(): MethodDecorator {
  return applyDecorators(
    ApiTags('payouts'),
    ApiOperation({
      operationId: 'payoutBatches.file',
      summary: 'The frozen file of a batch: the same bytes each time',
    }),
    ApiParam({
      name: 'id',
      schema: { type: 'string', pattern: '^bat_[a-z2-7]{26}$' },
      example: 'bat_b4d6f2h5j7l3n5p7r2t4v6x3za',
    }),
    describeParameter(minSequenceParameter),
    ApiResponse({
      status: 200,
      description: 'A line a payment, for accounts payable.',
      headers: {
        'Content-Disposition': { description: 'attachment, named after the batch.', schema: { type: 'string' } },
        'Content-Digest': { description: 'RFC 9530: SHA-256 of the file.', schema: { type: 'string' } },
      },
      content: { 'text/csv': { schema: { type: 'string' } } },
    }),
    describeProblems([...READ_PROBLEMS, ...OF_VIEWS, 'ID_FORMAT', 'NOT_FOUND', 'ERASED']),
  );
}
