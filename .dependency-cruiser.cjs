'use strict';

/**
 * Who may import whom: default deny. Every line of `allowed` is a sentence of the architecture ("May import"); a
 * dependency that no line allows is an error named `not-in-allowed`. Where the sentence leaves room, the stricter
 * reading is taken and a comment says so. test/architecture/boundaries.spec.ts plants a violation of every line.
 */

const kernel = '^libs/kernel/';
const ports = '^libs/platform/[^/]+/port/';
const spec = String.raw`\.spec\.tsx?$`;

/** Matches files of npm packages, wherever the tree is cruised from. */
const npm = (...names) => `(^|/)node_modules/(@types/)?(${names.join('|')})/`;

/** Matches builtins by name, with and without the prefix. */
const builtin = (...names) => `^(node:)?(${names.join('|')})$`;

/** A stop of any context; `$1` in the `to` is then the context itself. */
const stop = (...names) => `^libs/contexts/([^/]+)/(${names.join('|')})/`;
const own = (...names) => `^libs/contexts/$1/(${names.join('|')})/`;
const any = (...names) => `^libs/contexts/[^/]+/(${names.join('|')})/`;

const typesOnly = { dependencyTypes: ['type-only'] };

const allow = (from, to, more = {}) => ({
  from: { path: from, pathNot: spec },
  to: { path: to, ...more },
});

/** What each adapter may use besides its port: its driver, and the parts of Node that it cannot do without. */
const drivers = [
  [
    '(event-store|view-store|security-log)/sqlite',
    [
      npm('better-sqlite3'),
      builtin('sqlite', 'fs', 'fs/promises', 'path', 'crypto', 'os', 'module', 'url', 'worker_threads'),
    ],
  ],
  ['event-store/eventstoredb', [npm('@eventstore/db-client'), builtin('crypto')]],
  ['view-store/mongo', [npm('mongodb')]],
  ['jobs/bullmq', [npm('bullmq', 'ioredis')]],
  ['blobs/files', [builtin('fs', 'fs/promises', 'path', 'crypto', 'stream', 'stream/promises')]],
  ['blobs/gridfs', [npm('mongodb'), builtin('crypto', 'stream', 'stream/promises')]],
];
const adapterKinds = 'event-store|view-store|jobs|blobs|security-log';
const adapters = `^libs/platform/(${adapterKinds})/(?!port/)[^/]+/`;
const everyDriver = npm('better-sqlite3', '@eventstore/db-client', 'mongodb', 'bullmq', 'ioredis');

const allowed = [
  // Kernel: hashing (node:crypto), canonical JSON, Temporal.
  allow(kernel, kernel),
  allow('^libs/kernel/(codec|ids)/', builtin('crypto')),
  allow('^libs/kernel/time/', npm('temporal-polyfill', 'temporal-spec')),
  // One decorator a kind of value carries validator, words and schema, so that commands need not repeat the three.
  allow('^libs/kernel/requested/', npm('class-validator', 'class-transformer', 'reflect-metadata')),

  // Contexts. Each stop may import its own files: claim-incentive.ts decides on the state of evolve.ts.
  ...['commands', 'decide', 'events', 'facts', 'policy', 'projections', 'reactions', 'views'].flatMap((name) => [
    allow(stop(name), own(name)),
    allow(stop(name), kernel),
  ]),
  allow(stop('commands'), npm('class-validator')),
  // A command names words of its context (`ClaimFlag`, the policy that it publishes); it makes no event.
  allow(stop('commands'), own('events', 'policy'), typesOnly),
  // A decider asks the facts and looks things up in the policy: both are pure functions, so their values are open to it.
  allow(stop('decide'), own('commands', 'events', 'facts', 'policy')),
  // An event may carry a policy whole, and a fact fold hand one on; neither applies it.
  allow(stop('events', 'facts'), own('policy'), typesOnly),
  allow(stop('facts', 'projections'), any('events')),
  // A projection returns a view's document, so it may name that type.
  allow(stop('projections'), own('views'), typesOnly),
  allow(stop('reactions'), any('events')),
  allow(stop('reactions'), own('commands')),
  allow(stop('views'), '^libs/platform/view-store/port/'),

  // A file's rows become commands of any context; what they mean is looked up in facts. A table is parsed by the library.
  allow('^libs/contexts/imports/(table|kinds|facts)/', [
    '^libs/contexts/imports/(table|kinds|facts|commands)/',
    kernel,
  ]),
  allow('^libs/contexts/imports/kinds/', any('commands')),
  allow('^libs/contexts/imports/table/', npm('csv-parse')),

  // The only files that know Nest. They hand out kernel types (Answer, Projection), so the kernel is open to them.
  allow(String.raw`^libs/contexts/([^/]+)/[^/]+\.module\.ts$`, '^libs/contexts/$1/'),
  allow(String.raw`^libs/.+\.module\.ts$`, ['^libs/platform/runtime/', ports, kernel, npm('@nestjs')]),

  // What the machine drives of a context, listed without Nest; and the list of contexts, which the profiles take whole.
  allow(String.raw`^libs/contexts/([^/]+)/[^/]+\.context\.ts$`, [
    own('decide', 'facts', 'projections', 'reactions', 'views'),
    String.raw`^libs/platform/runtime/(context|project/built-view)\.ts$`,
  ]),
  allow(String.raw`^libs/contexts/contexts\.ts$`, [
    String.raw`^libs/contexts/[^/]+/[^/]+\.context\.ts$`,
    String.raw`^libs/platform/runtime/context\.ts$`,
  ]),
  allow(String.raw`^libs/platform/profiles/registry\.ts$`, String.raw`^libs/contexts/contexts\.ts$`),

  // Platform. A port names kernel types, and types of other ports (a view is stored with the log's Checkpoint).
  allow('^libs/platform/([^/]+)/port/', ['^libs/platform/$1/port/', kernel]),
  allow(ports, ports, typesOnly),
  allow(`^libs/platform/(${adapterKinds})/((?!port/)[^/]+)/`, [
    '^libs/platform/$1/$2/',
    '^libs/platform/$1/port/',
    kernel,
  ]),
  ...drivers.map(([folder, uses]) => allow(`^libs/platform/${folder}/`, uses)),
  // A view is stored together with the log's checkpoint, in one step.
  allow('^libs/platform/view-store/', '^libs/platform/event-store/port/'),
  // driver.ts is the door to SQLite itself, which all of its adapters open: "their driver".
  allow(
    '^libs/platform/(event-store|view-store|security-log)/sqlite/',
    String.raw`^libs/platform/[^/]+/sqlite/driver\.ts$`,
  ),

  // The tail counts sequence and tree at once: the index that it goes on from keeps both, the tree's hashing is audit's.
  allow('^libs/platform/event-store/eventstoredb/', [
    String.raw`^libs/platform/event-store/log-index/log-index\.ts$`,
    String.raw`^libs/platform/audit/tree/(frontier|hash)\.ts$`,
  ]),
  allow('^libs/platform/event-store/log-index/', String.raw`^libs/platform/[^/]+/sqlite/driver\.ts$`),

  // No file, socket or child process here: those are reached through a port. Hashing and workers are computing.
  ...['runtime', 'audit'].flatMap((name) => [
    allow(`^libs/platform/${name}/`, [`^libs/platform/${name}/`, ports, kernel]),
    allow(
      `^libs/platform/${name}/`,
      builtin('crypto', 'worker_threads', 'path', 'url', 'events', 'timers', 'timers/promises'),
    ),
  ]),
  allow('^libs/platform/runtime/', npm('lru-cache')),
  // Leaf hashes are derived and disposable: whoever verifies a log can make them again, so they need no port.
  allow(String.raw`^libs/platform/audit/tree/leaf-file\.ts$`, builtin('fs')),

  // Plans and applies files: the machine, on the kinds of file, with access's table and directory. Both apps stand on it.
  allow('^libs/platform/imports/', ['^libs/platform/(imports|runtime)/', ports, kernel]),
  allow('^libs/platform/imports/', ['^libs/contexts/imports/', '^libs/contexts/access/(facts|policy)/']),
  allow('^libs/platform/imports/', npm('csv-stringify')),

  // What every app needs before there is a network: its settings, and the key with which this machine signs people in.
  allow('^libs/platform/config/', '^libs/platform/config/'),
  allow('^libs/platform/config/', [npm('class-validator', 'class-transformer', 'reflect-metadata'), builtin('net')]),
  allow('^libs/platform/sign-in/', '^libs/platform/sign-in/'),
  allow('^libs/platform/sign-in/', [npm('jose'), builtin('crypto', 'fs', 'path')]),

  // A profile binds adapters to ports for the runtime; its binding file may be a *.module.ts (above).
  allow('^libs/platform/profiles/', ['^libs/platform/profiles/', adapters, '^libs/platform/runtime/', ports, kernel]),
  allow('^libs/platform/profiles/', builtin('path', 'url', 'worker_threads')),

  // Apps. An app is a root: it takes any package but a driver, and no other app.
  allow('^apps/([^/]+)/', '^apps/$1/'),
  allow('^apps/', [any('commands', 'views'), String.raw`^libs/contexts/[^/]+/[^/]+\.module\.ts$`]),
  allow('^apps/', ['^libs/platform/(profiles|runtime|audit|config|sign-in|imports)/', ports, kernel]),
  // The one place where an app runs another: `rpn start` is the server with its store made ready.
  allow(String.raw`^apps/cli/commands/start/serve\.ts$`, String.raw`^apps/api/main\.ts$`),
  // The edge asks who somebody is and what they may: access's table and directory; and founding takes default policies.
  allow('^apps/', [any('policy'), '^libs/contexts/access/facts/']),
  { from: { path: '^apps/', pathNot: spec }, to: { dependencyTypes: ['core'] } },
  { from: { path: '^apps/', pathNot: spec }, to: { path: npm('.+'), pathNot: everyDriver } },

  // Scripts run before anything is installed or built: builtins and each other.
  { from: { path: '^(scripts|bin)/' }, to: { dependencyTypes: ['core'] } },
  { from: { path: '^(scripts|bin)/' }, to: { path: '^scripts/' } },

  // Specs may look anywhere.
  { from: { path: ['^test/', spec] }, to: {} },
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  allowed,
  allowedSeverity: 'error',
  forbidden: [
    {
      name: 'no-circular',
      comment: 'A cycle has no reading order; types count too.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-barrels',
      comment: 'Import the file that declares the name.',
      severity: 'error',
      from: {},
      to: { path: String.raw`(^|/)index\.[cm]?tsx?$`, pathNot: 'node_modules' },
    },
    {
      name: 'no-unresolvable',
      comment: 'The file or package is not there.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-undeclared-package',
      comment: 'What is imported stands in package.json.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-dev-package-in-production',
      comment: 'The program runs with --omit=dev. Types are gone by then, so they may come from anywhere.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: spec },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    // The same condition that jest uses: #kernel/… is a file of libs/.
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'node', 'import', 'module-sync', 'require', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
