/** One planted import: the file that makes it, the statement, the file or package it must be caught at, the rule. */
export interface PlantedImport {
  readonly because: string;
  readonly from: string;
  readonly statement: string;
  readonly to: string | RegExp;
  readonly rule: string;
}

const contexts = 'libs/contexts';
const own = `${contexts}/incentives`;

function denied(because: string, from: string, target: string): PlantedImport {
  return { because, from, statement: importing(from, target), to: resolved(target), rule: 'not-in-allowed' };
}

/** Sources are imported by subpath from libs/, relatively from anywhere to elsewhere; packages by name. */
function importing(from: string, target: string): string {
  if (target.startsWith('libs/')) return `import '#${target.slice('libs/'.length)}';`;
  if (target.startsWith('apps/') || target.startsWith('test/')) {
    return `import '${'../'.repeat(from.split('/').length - 1)}${target}';`;
  }
  return `import '${target}';`;
}

function resolved(target: string): string | RegExp {
  if (/^(libs|apps|test)\//.test(target)) return `${target}.ts`;
  return target.startsWith('node:') ? target.slice('node:'.length) : new RegExp(`node_modules/${target}/`);
}

function named(rule: string, because: string, from: string, statement: string, to: string | RegExp): PlantedImport {
  return { because, from, statement, to, rule };
}

/** Every sentence of "May import" has at least one line here; file names are unique, so each line is found alone. */
export const plantedImports: readonly PlantedImport[] = [
  denied('the kernel knows no context', 'libs/kernel/money/k1.ts', `${own}/events/target`),
  denied('the kernel knows no port', 'libs/kernel/money/k2.ts', 'libs/platform/event-store/port/target'),
  denied('the kernel knows no framework', 'libs/kernel/money/k3.ts', '@nestjs/common'),
  denied('only codec and ids hash', 'libs/kernel/money/k4.ts', 'node:crypto'),
  denied('only requested validates', 'libs/kernel/ids/k6.ts', 'class-validator'),
  denied('the kernel reads no file', 'libs/kernel/codec/k5.ts', 'node:fs'),

  denied('a command asks, it knows no event', `${own}/commands/c1.ts`, `${own}/events/target`),
  denied('a command knows no framework', `${own}/commands/c2.ts`, '@nestjs/common'),
  denied('a command knows its own context only', `${own}/commands/c3.ts`, `${contexts}/payouts/commands/target`),
  denied('an event is not validated by decorators', `${own}/events/e1.ts`, 'class-validator'),
  denied('an event knows no decider', `${own}/events/e2.ts`, `${own}/decide/target`),
  denied('an event knows no other context', `${own}/events/e3.ts`, `${contexts}/payouts/events/target`),
  denied('an event takes policy as types only', `${own}/events/e4.ts`, `${own}/policy/target`),
  denied('a command takes policy as types only', `${own}/commands/c4.ts`, `${own}/policy/target`),
  denied('policy knows no event', `${own}/policy/p1.ts`, `${own}/events/target`),

  denied('a kind of file knows no event', `${contexts}/imports/kinds/i1.ts`, `${own}/events/target`),
  denied('a kind of file decides nothing', `${contexts}/imports/kinds/i2.ts`, `${own}/decide/target`),
  denied('a table knows no command of others', `${contexts}/imports/table/i3.ts`, `${own}/commands/target`),
  denied('no other context makes commands of others', `${own}/kinds/i4.ts`, `${contexts}/payouts/commands/target`),
  denied('only a table is parsed by the library', `${contexts}/imports/kinds/i5.ts`, 'csv-parse'),
  denied('the importer knows no decider', 'libs/platform/imports/i6.ts', `${own}/decide/target`),
  denied('the importer knows no adapter', 'libs/platform/imports/i7.ts', 'libs/platform/event-store/sqlite/target'),
  denied('the importer reads no file', 'libs/platform/imports/i8.ts', 'node:fs'),

  denied('a decider reads no view', `${own}/decide/d1.ts`, `${own}/views/target`),
  denied('a decider knows no framework', `${own}/decide/d2.ts`, '@nestjs/common'),
  denied('a decider imports nothing of Node', `${own}/decide/d3.ts`, 'node:crypto'),
  denied('a decider has no clock', `${own}/decide/d4.ts`, 'temporal-polyfill'),
  denied("a decider knows its own context's facts only", `${own}/decide/d5.ts`, `${contexts}/payouts/facts/target`),
  denied("a decider knows its own context's policy only", `${own}/decide/d6.ts`, `${contexts}/payouts/policy/target`),
  denied('a decider knows its own events only', `${own}/decide/d7.ts`, `${contexts}/partners/events/target`),
  denied('a decider knows no port', `${own}/decide/d8.ts`, 'libs/platform/event-store/port/target'),

  denied('facts take policy as types only', `${own}/facts/f3.ts`, `${own}/policy/target`),
  denied('facts fold events, not deciders', `${own}/facts/f1.ts`, `${contexts}/partners/decide/target`),
  denied('facts fold events, not views', `${own}/facts/f2.ts`, `${own}/views/target`),
  denied('a projection takes its view as a type only', `${own}/projections/r1.ts`, `${own}/views/target`),
  denied('a projection knows no decider', `${own}/projections/r2.ts`, `${own}/decide/target`),
  denied('a projection stores nothing itself', `${own}/projections/r3.ts`, 'libs/platform/view-store/port/target'),
  denied(
    "a reaction issues its own context's commands",
    `${own}/reactions/a1.ts`,
    `${contexts}/payouts/commands/target`,
  ),
  denied('a reaction decides nothing', `${own}/reactions/a2.ts`, `${own}/decide/target`),
  denied('a view knows no event', `${own}/views/v1.ts`, `${own}/events/target`),
  denied('a view reads the view store alone', `${own}/views/v2.ts`, 'libs/platform/event-store/port/target'),

  denied('a module knows its own context only', `${own}/m1.module.ts`, `${contexts}/payouts/events/target`),
  denied('a module names no adapter', `${own}/m2.module.ts`, 'libs/platform/event-store/memory/target'),
  denied('a module names no driver', `${own}/m3.module.ts`, 'better-sqlite3'),

  denied('a port names no adapter', 'libs/platform/event-store/port/o1.ts', 'libs/platform/event-store/memory/target'),
  denied('a port takes types of another port only', 'libs/platform/jobs/port/o2.ts', 'libs/platform/blobs/port/target'),
  denied('an adapter keeps its own port', 'libs/platform/event-store/memory/t1.ts', 'libs/platform/blobs/port/target'),
  denied(
    'an adapter is no other adapter',
    'libs/platform/event-store/sqlite/t2.ts',
    'libs/platform/event-store/memory/target',
  ),
  denied('an adapter uses its own driver', 'libs/platform/event-store/memory/t3.ts', 'better-sqlite3'),
  denied('an adapter runs nothing', 'libs/platform/event-store/sqlite/t4.ts', 'libs/platform/runtime/handle/target'),
  denied(
    'the tail takes the hashing of the tree, not its checks',
    'libs/platform/event-store/eventstoredb/t5.ts',
    'libs/platform/audit/verify/target',
  ),
  denied('a log index is kept by a driver', 'libs/platform/event-store/log-index/t6.ts', 'node:fs'),

  denied(
    'the runtime names no adapter',
    'libs/platform/runtime/handle/u1.ts',
    'libs/platform/event-store/memory/target',
  ),
  denied('the runtime knows no context', 'libs/platform/runtime/handle/u2.ts', `${own}/events/target`),
  denied('the runtime reaches files through ports', 'libs/platform/runtime/handle/u3.ts', 'node:fs'),
  denied('the runtime knows no framework', 'libs/platform/runtime/handle/u4.ts', '@nestjs/common'),
  denied('audit names no adapter', 'libs/platform/audit/verify/w1.ts', 'libs/platform/event-store/memory/target'),
  denied('audit verifies, it does not run', 'libs/platform/audit/verify/w2.ts', 'libs/platform/runtime/handle/target'),
  denied('audit reads no file but the leaf hashes', 'libs/platform/audit/verify/w3.ts', 'node:fs'),
  denied('settings know no machine', 'libs/platform/config/x3.ts', 'libs/platform/runtime/handle/target'),
  denied('sign-in knows no context', 'libs/platform/sign-in/x4.ts', `${own}/events/target`),
  denied('a profile knows no context', 'libs/platform/profiles/embedded/x1.ts', `${own}/events/target`),
  denied('a profile names adapters, not drivers', 'libs/platform/profiles/embedded/x2.ts', 'better-sqlite3'),

  denied('no app imports an app', 'apps/api/y1.ts', 'apps/cli/target'),
  denied('only `rpn start` runs the server', 'apps/cli/commands/verify/y9.ts', 'apps/api/target'),
  denied('an app names no adapter', 'apps/api/y2.ts', 'libs/platform/event-store/memory/target'),
  denied('an app names no driver', 'apps/api/y3.ts', 'better-sqlite3'),
  denied('an app knows the facts of access only', 'apps/api/y7.ts', `${own}/facts/target`),
  denied('only its context file lists a context', 'libs/platform/profiles/y8.ts', `${own}/projections/target`),
  denied('a context file knows no framework', `${own}/incentives.context.ts`, '@nestjs/common'),
  denied('an app decides nothing', 'apps/api/y4.ts', `${own}/decide/target`),
  denied('an app writes no event', 'apps/api/y5.ts', `${own}/events/target`),
  denied('a library knows no app', 'libs/platform/runtime/handle/y6.ts', 'apps/cli/target'),
  denied(
    'a folder that the architecture does not name may import nothing',
    'libs/shared/y7.ts',
    'libs/kernel/money/target',
  ),
  denied('a script runs before anything is installed', 'scripts/y8.mjs', 'lru-cache'),

  named(
    'no-circular',
    'a cycle has no reading order',
    'libs/kernel/time/z1.ts',
    "import './z2';",
    'libs/kernel/time/z2.ts',
  ),
  named('no-barrels', 'no barrels', 'libs/kernel/time/z3.ts', "import './index';", 'libs/kernel/time/index.ts'),
  named('no-unresolvable', 'what is imported is there', 'test/z4.ts', "import './gone';", './gone'),
  named('no-undeclared-package', 'what is imported is declared', 'apps/api/z5.ts', "import 'avvio';", /avvio/),
  named(
    'no-dev-package-in-production',
    'no tool in the program',
    'apps/api/z6.ts',
    "import 'fast-check';",
    /fast-check/,
  ),
];
