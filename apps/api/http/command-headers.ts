import type { Uuid } from '#kernel/ids/uuid';
import { parseUuid } from '#kernel/ids/uuid';
import type { FastifyRequest } from 'fastify';
import type { CommandRoute } from '../auth/route-access';
import { ProblemError } from './problems';
import { unknownParameter } from './unknown-parameter';

/** The UUID in `Idempotency-Key`, bare or quoted. */
export function idempotencyKeyOf({ headers }: FastifyRequest): Uuid {
  const header = headers['idempotency-key'];
  if (header === undefined || header === '') {
    throw new ProblemError('IDEMPOTENCY_KEY_MISSING', 'Every POST needs the header Idempotency-Key with a UUID.');
  }
  const key = typeof header === 'string' ? parseUuid(header) : undefined;
  if (key !== undefined) return key;
  throw new ProblemError('IDEMPOTENCY_KEY_FORMAT', `“${String(header).slice(0, 60)}” is not a UUID.`);
}

/** The revision that `If-Match` names; undefined without the header. Only for an address of something that exists. */
export function ifMatchOf({ headers }: FastifyRequest, isTransition: boolean): number | undefined {
  const header = headers['if-match'];
  if (header === undefined) return undefined;
  const digits = /^"r(\d{1,15})"$/.exec(header)?.[1];
  if (digits === undefined)
    throw new ProblemError('IF_MATCH_FORMAT', `“${header.slice(0, 60)}” names no revision; an ETag looks like "r17".`);
  if (!isTransition)
    throw new ProblemError('IF_MATCH_FORMAT', 'Nothing exists yet at this address that could have changed.');
  return Number(digits);
}

/** The command that a dry run decides in place of the route's own; undefined for any other request. */
export function triedAs({ query }: FastifyRequest, route: CommandRoute): CommandRoute | undefined {
  return (query as Readonly<Record<string, unknown>>)['dryRun'] === 'true' ? route.triedAs : undefined;
}

/** `?dryRun=true`, the one query parameter that every command knows. */
export function isDryRun(request: FastifyRequest): boolean {
  const query = request.query as Readonly<Record<string, unknown>>;
  const known = ['dryRun', ...(request.routeOptions.config.command?.parameters ?? [])];
  const unknown = Object.keys(query).filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    const errors = unknown.map((name) => unknownParameter(name, ['dryRun']));
    throw ProblemError.of(errors, 'UNKNOWN_PARAMETER');
  }
  const { dryRun } = query;
  if (dryRun === undefined || dryRun === 'false') return false;
  if (dryRun === 'true') return true;
  const errors = [{ parameter: 'dryRun', code: 'PARAMETER_FORMAT', detail: 'dryRun is true or false.' }];
  throw ProblemError.of(errors);
}
