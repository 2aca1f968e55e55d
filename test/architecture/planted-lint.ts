/** One planted source file, on which eslint must report the one rule and nothing else. */
export interface PlantedSource {
  readonly because: string;
  readonly file: string;
  readonly source: string;
  readonly rule: string;
}

const decide = 'libs/contexts/incentives/decide';
const runtime = 'libs/platform/runtime/handle';

const pureStops = ['decide', 'events', 'facts', 'policy', 'projections', 'reactions', 'views'];

function planted(rule: string, because: string, file: string, source: string): PlantedSource {
  return { because, file, source: `${source}\n`, rule };
}

export const plantedSources: readonly PlantedSource[] = [
  // The same ban in every pure stop, so that none is forgotten in the list of folders.
  ...pureStops.map((stop) =>
    planted(
      'no-restricted-globals',
      `${stop} has no clock`,
      `libs/contexts/incentives/${stop}/clock.ts`,
      'export const at = Date.now();',
    ),
  ),
  ...['table', 'kinds'].map((stop) =>
    planted(
      'no-restricted-globals',
      `${stop} of imports has no clock`,
      `libs/contexts/imports/${stop}/clock.ts`,
      'export const at = Date.now();',
    ),
  ),
  planted(
    'no-restricted-globals',
    'the kernel has no clock',
    'libs/kernel/time/clock.ts',
    'export const at = Date.now();',
  ),
  planted('no-restricted-syntax', 'nor a Date as a type', `${decide}/date.ts`, 'export type At = Date;'),
  planted('no-restricted-globals', 'no stopwatch', `${decide}/stopwatch.ts`, 'export const at = performance.now();'),
  planted('no-restricted-globals', 'no environment', `${decide}/environment.ts`, 'export const env = process.env;'),
  planted('no-restricted-globals', 'no timers', `${decide}/timers.ts`, 'setImmediate(() => undefined);'),
  planted('no-restricted-globals', 'no random ids', `${decide}/ids.ts`, 'export const id = crypto.randomUUID();'),
  planted('no-restricted-properties', 'no chance', `${decide}/chance.ts`, 'export const n = Math.random();'),
  planted(
    'no-restricted-imports',
    'nothing of Node',
    `${decide}/node.ts`,
    "import { hostname } from 'node:os';\nexport const host = hostname();",
  ),
  planted(
    'no-restricted-imports',
    'nothing of Node but crypto where ids are hashed',
    'libs/kernel/ids/node.ts',
    "import { hostname } from 'node:os';\nexport const host = hostname();",
  ),
  planted(
    'no-restricted-syntax',
    'no async',
    `${decide}/async.ts`,
    'export const wait = async (): Promise<number> => 1;',
  ),
  planted(
    'no-restricted-syntax',
    'no bare throw',
    `${decide}/throw.ts`,
    "export function fail(): never {\n  throw new Error('no');\n}",
  ),
  planted('no-restricted-syntax', 'no locale', `${decide}/locale.ts`, "export const order = 'a'.localeCompare('b');"),
  planted(
    'no-restricted-syntax',
    'no dynamic import',
    `${decide}/dynamic.ts`,
    "export const later = import('./chance');",
  ),

  planted(
    'no-restricted-syntax',
    'amount has no unit',
    `${runtime}/amount.ts`,
    'export interface Paid {\n  amount: number;\n}',
  ),
  planted(
    'no-restricted-syntax',
    'nor has a parameter',
    `${runtime}/amount-parameter.ts`,
    'export const pay = (amount: number | null): unknown => amount;',
  ),
  planted(
    'no-restricted-syntax',
    'cents are Cents',
    `${runtime}/cents.ts`,
    'export class Paid {\n  paidCents: number | undefined;\n}',
  ),
  planted(
    'no-restricted-syntax',
    'so are returned cents',
    `${runtime}/cents-returned.ts`,
    'export function headroomCents(): number {\n  return 1;\n}',
  ),

  planted('no-restricted-syntax', 'no barrel', 'libs/kernel/money/index.ts', 'export const a = 1;'),
  planted('no-restricted-syntax', 'no re-exported file', `${runtime}/barrel.ts`, "export * from './cents';"),
  planted(
    'no-restricted-imports',
    'no way up the tree',
    `${runtime}/upwards.ts`,
    "import { a } from '../../../kernel/money/index';\nexport const b = a;",
  ),
  planted(
    'no-restricted-imports',
    'builtins say that they are',
    `${runtime}/prefix.ts`,
    "import { hostname } from 'os';\nexport const host = hostname();",
  ),
  planted(
    '@typescript-eslint/no-restricted-imports',
    'no start loads Swagger',
    'apps/api/commands/swagger.ts',
    "import { ApiTags } from '@nestjs/swagger';\nexport const tags = ApiTags('claims');",
  ),
  planted('no-console', 'libraries log through the logger', `${runtime}/console.ts`, "console.log('here');"),

  planted('@typescript-eslint/no-explicit-any', 'no any', `${runtime}/any.ts`, 'export type Loose = any;'),
  planted(
    '@typescript-eslint/no-floating-promises',
    'no promise is dropped',
    `${runtime}/floating.ts`,
    'Promise.resolve(1);',
  ),
  planted(
    '@typescript-eslint/consistent-type-imports',
    'types are imported as types',
    `${runtime}/types.ts`,
    "import { Loose } from './any';\nexport const loose: Loose[] = [];",
  ),
  planted(
    '@typescript-eslint/switch-exhaustiveness-check',
    'evolve names every event',
    `${decide}/evolve.ts`,
    "export function evolve(type: 'Claimed' | 'Paid'): number {\n  switch (type) {\n    case 'Claimed':\n      return 1;\n    default:\n      return 0;\n  }\n}",
  ),
];
