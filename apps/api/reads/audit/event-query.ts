import type { FastifyRequest } from 'fastify';
import type { Parameter } from '../query/parameter';
import { parameterError, readParameters } from '../query/parameter';
import { DEFAULT_LIMIT, limitParameter, minSequenceParameter } from '../query/standard-parameters';

const SEQUENCE = /^(-1|0|[1-9]\d{0,14})$/;

const afterParameter: Parameter = {
  name: 'after',
  description: 'Only events after this sequence; −1 for all.',
  expected: 'a sequence, or -1',
  schema: { type: 'integer', minimum: -1, default: -1 },
  passes: (text) => SEQUENCE.test(text),
};

const streamParameter: Parameter = {
  name: 'stream',
  description: 'Only events of this stream.',
  expected: 'the name of a stream, like incentives-1',
  schema: { type: 'string', maxLength: 100, examples: ['incentives-1'] },
  passes: (text) => /^[a-z][a-z0-9_-]{0,99}$/.test(text),
};

const typeParameter: Parameter = {
  name: 'type',
  description: 'Only events of this type.',
  expected: 'the name of an event type, like ClaimApproved',
  schema: { type: 'string', maxLength: 100, examples: ['ClaimApproved'] },
  passes: (text) => /^[A-Z][A-Za-z0-9]{0,99}$/.test(text),
};

export const eventParameters = [afterParameter, limitParameter, streamParameter, typeParameter, minSequenceParameter];

/** Which events are asked for. */
export interface EventQuery {
  readonly after: number;
  /** Undefined where all that follow are wanted (NDJSON, SSE). */
  readonly limit: number | undefined;
  readonly stream: string | undefined;
  readonly type: string | undefined;
  readonly minSequence: number | undefined;
}

/** Reads the query; an SSE client that comes back says in `Last-Event-ID` where it was, which counts more than `after`. */
export function eventQuery({ query, headers }: FastifyRequest, resumes: boolean): EventQuery {
  const sent = readParameters(query, eventParameters);
  const last = resumes ? headers['last-event-id'] : undefined;
  if (last !== undefined && !(typeof last === 'string' && SEQUENCE.test(last))) {
    throw parameterError('Last-Event-ID', 'Expected the sequence of the last event that you have.');
  }
  const number = (name: string): number | undefined => (sent.has(name) ? Number(sent.get(name)) : undefined);
  return {
    after: last === undefined ? (number('after') ?? -1) : Number(last),
    limit: number('limit'),
    stream: sent.get('stream'),
    type: sent.get('type'),
    minSequence: number('minSequence'),
  };
}

export const pageLimit = ({ limit }: EventQuery): number => limit ?? DEFAULT_LIMIT;
