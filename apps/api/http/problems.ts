import type { Figures } from '#kernel/decider/answer';
import { ACCESS_ROWS } from './problem-rows/access-rows';
import { BUSINESS_ROWS } from './problem-rows/business-rows';
import { GRANT_REFUSAL_ROWS } from './problem-rows/grant-refusal-rows';
import { GRANT_ROWS } from './problem-rows/grant-rows';
import { IMPORT_ROWS } from './problem-rows/import-rows';
import { PAYOUT_ROWS } from './problem-rows/payout-rows';
import { POLICY_ROWS } from './problem-rows/policy-rows';
import { REQUEST_ROWS } from './problem-rows/request-rows';
import type { ProblemRow } from './problem-rows/row';
import { SERVICE_ROWS } from './problem-rows/service-rows';

/** The one table: every code that any answer may carry. Pages, OpenAPI and replies are made from it. */
export const PROBLEMS = {
  ...REQUEST_ROWS,
  ...ACCESS_ROWS,
  ...BUSINESS_ROWS,
  ...POLICY_ROWS,
  ...GRANT_ROWS,
  ...GRANT_REFUSAL_ROWS,
  ...PAYOUT_ROWS,
  ...IMPORT_ROWS,
  ...SERVICE_ROWS,
} as const;
export type ProblemCode = keyof typeof PROBLEMS;

/** One thing wrong with a request: where, by which rule, and what was expected. */
export interface FieldError {
  /** Where in the body: `#/evidence/0/kind`. */
  readonly pointer?: string;
  /** Which part of the address or query, or which header. */
  readonly parameter?: string;
  readonly code: string;
  readonly detail: string;
}

/** What a problem may say beyond its code. */
export interface ProblemMore {
  readonly errors?: readonly FieldError[];
  readonly because?: string;
  readonly figures?: Figures;
  readonly wouldPass?: Figures;
  readonly dryRun?: true;
  readonly checks?: object;
}

/** RFC 9457, with the members that interface.md section 3 adds. */
export interface Problem extends ProblemMore {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly instance: string;
  readonly requestId: string;
}

/** Which request a problem is about. */
export interface Occasion {
  readonly path: string;
  readonly requestId: string;
}

/** The row of a code; a code that somebody forgot to enter is told with its status and nothing else. */
export function rowOf(code: string, status = 409): ProblemRow {
  const row: ProblemRow | undefined = Object.hasOwn(PROBLEMS, code) ? PROBLEMS[code as ProblemCode] : undefined;
  return row ?? { status, title: code, remedy: '', example: '' };
}

/** The document of a problem. */
export function problem(
  code: string,
  detail: string,
  occasion: Occasion,
  more: ProblemMore = {},
  status?: number,
): Problem {
  const row = rowOf(code, status);
  return {
    type: `/problems/${code}`,
    title: row.title,
    status: status ?? row.status,
    detail,
    code,
    instance: occasion.path,
    requestId: occasion.requestId,
    ...more,
  };
}

/** Ends a request with a problem; thrown at the edge only, never by a decider. */
export class ProblemError extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly detail: string,
    readonly more: ProblemMore = {},
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(`${code}: ${detail}`);
    this.name = 'ProblemError';
  }

  /** From what is wrong with a request: one code when all agree, else `INVALID_BODY`; all of it in `errors`. */
  static of(errors: readonly FieldError[], several: ProblemCode = 'INVALID_BODY'): ProblemError {
    const codes = new Set(errors.map(({ code }) => code));
    const first = errors[0];
    if (first !== undefined && errors.length === 1)
      return new ProblemError(first.code as ProblemCode, first.detail, { errors });
    const detail = `${errors.length} members are not as expected.`;
    return new ProblemError(codes.size === 1 && first !== undefined ? (first.code as ProblemCode) : several, detail, {
      errors,
    });
  }
}
