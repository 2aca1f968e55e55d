import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from './swagger';
import type { ProblemCode } from '../http/problems';
import { problem, PROBLEMS } from '../http/problems';

/** The problems that an operation may answer, by status as OpenAPI wants them; each points to its one example. */
export function describeProblems(codes: readonly ProblemCode[]): MethodDecorator & ClassDecorator {
  const distinct = [...new Set(codes)];
  const statuses = [...new Set(distinct.map((code) => PROBLEMS[code].status))].sort((a, b) => a - b);
  return applyDecorators(
    ...statuses.map((status) =>
      describeStatus(
        status,
        distinct.filter((code) => PROBLEMS[code].status === status),
      ),
    ),
  );
}

/** An example of every code, for the document's components. */
export function problemExamples(): Record<string, { readonly summary: string; readonly value: object }> {
  const occasion = { path: '/v1/claims', requestId: '0f8fad5b-d9cb-469f-a165-70867728950e' };
  const examples = Object.entries(PROBLEMS).map(([code, { title, example }]) => [
    code,
    { summary: title, value: problem(code, example, occasion) },
  ]);
  return Object.fromEntries(examples) as Record<string, { summary: string; value: object }>;
}

function describeStatus(status: number, codes: readonly ProblemCode[]): MethodDecorator & ClassDecorator {
  return ApiResponse({
    status,
    description: codes.map((code) => `\`${code}\` ${PROBLEMS[code].title}`).join(' · '),
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/Problem' },
        examples: Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${code}` }])),
      },
    },
  });
}
