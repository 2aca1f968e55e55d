import fc from 'fast-check';
import type { Who } from '../authorization/cast';
import { GRANT_ROWS } from '../authorization/grant-rows';
import { PAYOUT_ROWS } from '../authorization/payout-rows';
import { ROWS as OTHER_ROWS } from '../authorization/rows';
import type { Row } from '../authorization/words';
import type { Schema } from './arbitrary';
import { bytesOf, formOf, fromSchema, textOf } from './arbitrary';

interface Content {
  readonly schema: Schema;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}

/** An operation of the OpenAPI document, as far as requests are made of it. */
export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema: Schema;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Content>> };
  readonly responses: Readonly<Record<string, unknown>>;
}

/** Every row of the matrix: who may what at an address, and about which thing. */
export const ROWS: Readonly<Record<string, Row>> = { ...OTHER_ROWS, ...GRANT_ROWS, ...PAYOUT_ROWS };

type Headers = Readonly<Record<string, string>>;
type Pair = readonly [string, string];

/** One request. */
export interface Shot {
  readonly who: Who | null;
  /** What stands for `{id}`. */
  readonly id: string;
  readonly query: readonly Pair[];
  readonly headers: Headers;
  readonly body: Buffer;
}

export const SHOOTERS = [
  'own',
  'other',
  'program',
  'involved',
  'asker',
  'reviewer',
  'finance',
  'auditor',
  'admin',
  null,
] as const;
const ODD_IDS = ['x', '%00', '..%2f', 'A'.repeat(101), 'CLM_', '%ff', '1'];
const ODD_PAIR = fc.tuple(fc.constantFrom('status[$ne]', '__proto__', 'limit', 'dryRun', 'x'), fc.constant('true'));
const DRY: Pair = ['dryRun', 'true'];
/** Later than the log's end, an answer is waited for and is 503 after two seconds, by promise and not by fault. */
const LATER = new Set(['minSequence']);

/** One of what is meant, and now and then something else. */
function mostly<T>(meant: readonly T[], odd: fc.Arbitrary<T>): fc.Arbitrary<T> {
  if (meant.length === 0) return odd;
  return fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...meant) }, { weight: 1, arbitrary: odd });
}
const header = (usual: string, ...odd: readonly string[]): fc.Arbitrary<string> =>
  mostly([usual], fc.constantFrom(...odd));

const headersFor = (type: string): fc.Arbitrary<Headers> =>
  fc
    .tuple(
      fc.record({
        'idempotency-key': fc.oneof({ weight: 20, arbitrary: fc.uuid() }, fc.constantFrom('', 'x', '0')),
        'content-type': header(type, 'text/plain', 'multipart/form-data', 'application/xml'),
        accept: header('application/json', 'text/csv', 'application/x-ndjson', 'text/html', '*/*', 'x'),
      }),
      mostly<Headers>(
        [{}],
        fc.constantFrom<Headers>(
          ...['"r0"', '"r3"', '*', 'r1', '"r99999999999999999"'].map((value) => ({ 'if-match': value })),
          ...['*', '"r1"', '"s0-v1"', 'W/"x", "y"'].map((value) => ({ 'if-none-match': value })),
          ...['ana', '', 'per_'].map((value) => ({ 'on-behalf-of': value })),
        ),
      ),
    )
    .map(([usual, more]) => ({ ...usual, ...more }));

/**
 * Requests to an operation: mostly as its document has them, by people who may, about things that are there (`known`), half
 * of them about `own`, the thing that the matrix asks this address about, and some with `sent`, what it sends there.
 */
export function shotsAt(
  operation: Operation,
  known: readonly string[],
  own?: string,
  sent?: object,
): fc.Arbitrary<Shot> {
  const { method, path, parameters = [], requestBody } = operation;
  const { pattern, examples: ids = [] } = parameters.find((one) => one.in === 'path')?.schema ?? {};
  const alike = pattern === undefined ? ids.map(String) : known.filter((one) => new RegExp(pattern).test(one));
  const meant = own === undefined ? alike : [...alike, ...Array.from({ length: alike.length + 1 }, () => own)];
  const lets = (who: Who): boolean => [200, 'in'].includes(ROWS[`${method} ${path}`]?.answers[who] ?? 404);
  const may = SHOOTERS.filter((who) => who !== null && lets(who));
  const isForm = requestBody?.content['multipart/form-data'] !== undefined;
  const { schema = { type: 'object' }, examples = {} } = requestBody?.content['application/json'] ?? {};
  // The document's own examples and the matrix's come past what random members hardly ever fit, such as a whole policy.
  const whole = [...Object.values(examples).map(({ value }) => value), ...(sent === undefined ? [] : [sent])];
  const bodies = [fromSchema(schema, known), ...whole.map((value) => fc.constant(value))];
  return fc.record({
    who: mostly<Who | null>(may, fc.constantFrom(...SHOOTERS)),
    id: mostly(meant, fc.constantFrom(...known, ...ODD_IDS)),
    query: queriesFor(operation, known),
    headers: headersFor(isForm ? 'multipart/form-data; boundary=x' : 'application/json'),
    body: isForm ? formOf : bytesOf(fc.oneof(...bodies)),
  });
}

function queriesFor({ method, parameters = [] }: Operation, known: readonly string[]): fc.Arbitrary<readonly Pair[]> {
  const query = parameters.filter((one) => one.in === 'query' && !LATER.has(one.name));
  const pair = ({ name, schema }: (typeof query)[number]): fc.Arbitrary<Pair> =>
    fc.tuple(fc.constant(name), textOf(schema, known));
  const needed = fc.tuple(...query.filter((one) => one.required === true).map(pair));
  const free = query.filter((one) => one.required !== true).map(pair);
  const some = free.length === 0 ? ODD_PAIR : fc.oneof({ weight: 12, arbitrary: fc.oneof(...free) }, ODD_PAIR);
  // Half of the commands are dry runs: what is there stays there for the next.
  const usual = fc.constantFrom<Pair[]>([], ...(method === 'POST' ? [[DRY]] : [[]]));
  const more = fc.oneof({ weight: 3, arbitrary: usual }, fc.array(some, { maxLength: 3 }));
  return fc.tuple(needed, more).map(([a, b]) => [...a, ...b]);
}
