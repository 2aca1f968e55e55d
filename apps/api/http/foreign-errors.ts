import { StoreUnavailable } from '#platform/event-store/port/store-unavailable';
import { BeyondLog, StillFolding } from '#platform/runtime/as-of/as-of';
import { HttpException } from '@nestjs/common';
import type { ProblemCode } from './problems';
import { PROBLEMS, ProblemError } from './problems';

/** Errors of Fastify and its plugins, by their codes. */
const FASTIFY: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'BODY_TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'MEDIA_TYPE',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'BAD_REQUEST',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'BODY_MISSING',
  FST_ERR_BAD_URL: 'BAD_URL',
  // An id of more than 100 characters names nothing.
  FST_ERR_MAX_PARAM_LENGTH: 'NOT_FOUND',
  FST_REQ_FILE_TOO_LARGE: 'FILE_TOO_LARGE',
  FST_PARTS_LIMIT: 'UPLOAD_FORM',
  FST_FILES_LIMIT: 'UPLOAD_FORM',
  FST_FIELDS_LIMIT: 'UPLOAD_FORM',
  FST_PROTO_VIOLATION: 'UPLOAD_FORM',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'UPLOAD_FORM',
  FST_MP_PREMATURE_CLOSE: 'UPLOAD_FORM',
};

const BY_STATUS: Readonly<Record<number, ProblemCode>> = {
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  408: 'REQUEST_TIMEOUT',
  413: 'BODY_TOO_LARGE',
  415: 'MEDIA_TYPE',
  431: 'HEADERS_TOO_LARGE',
};

/** Any error that reaches the edge as a problem; what nobody foresaw is `INTERNAL` and says nothing of itself. */
export function problemOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof StillFolding) {
    return new ProblemError('STILL_FOLDING', error.message, {}, { 'Retry-After': String(error.retryAfterSeconds) });
  }
  if (error instanceof BeyondLog) return new ProblemError('BEYOND_LOG', error.message);
  if (error instanceof StoreUnavailable) {
    return new ProblemError('LOG_UNAVAILABLE', PROBLEMS.LOG_UNAVAILABLE.example, {}, { 'Retry-After': '1' });
  }
  if (error instanceof HttpException && error.cause instanceof Error) return problemOf(error.cause);
  const code = codeOf(error);
  return new ProblemError(code, PROBLEMS[code].example);
}

function codeOf(error: unknown): ProblemCode {
  const { code = '' } = error as { readonly code?: string };
  const known = FASTIFY[code];
  if (known !== undefined) return known;
  const status = statusOf(error);
  if (status < 400 || status >= 500) return 'INTERNAL';
  return BY_STATUS[status] ?? 'BAD_REQUEST';
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const { statusCode } = error as { readonly statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : 500;
}
