'use strict';

/**
 * Two groups of specs. `unit` is everything that runs in this process; `faults` starts servers and kills them,
 * so it gets long timeouts and its own run (`npx jest --selectProjects faults`).
 *
 * swc strips the types and checks none of them: `tsc --noEmit` runs beside it as a gate of `npm test`.
 */

/** Nest 12 and these packages ship ES modules only; jest runs CommonJS, so swc rewrites them as well. */
const esmPackages = [
  '@nestjs',
  '@borewit',
  '@noble',
  '@tokenizer',
  'canonicalize',
  'csv-parse',
  'csv-stringify',
  'fast-check',
  'file-type',
  'jose',
  'pure-rand',
  'set-cookie-parser',
  'strtok3',
  'temporal-polyfill',
  'temporal-spec',
  'temporal-utils',
  'token-types',
  'uint8array-extras',
];

const common = {
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
};

/** Our sources: decorators with their metadata, which Nest reads to inject constructor parameters. */
const typescript = {
  ...common,
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', tsx: true, decorators: true },
    transform: {
      legacyDecorator: true,
      decoratorMetadata: true,
      // As tsconfig.json: an optional member that nobody set is absent, not undefined.
      useDefineForClassFields: false,
      react: { runtime: 'automatic', importSource: 'preact' },
    },
    keepClassNames: true,
  },
};

const javascript = {
  ...common,
  jsc: { target: 'es2022', parser: { syntax: 'ecmascript' }, keepClassNames: true },
};

const shared = {
  rootDir: __dirname,
  testEnvironment: 'node',
  // `source` makes Node's own subpath imports (#kernel/…) resolve to libs/*.ts: no moduleNameMapper to keep in step.
  // `module-sync` is what Node itself uses when CommonJS requires an ES module; file-type offers nothing else.
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons', 'module-sync'] },
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
  transform: {
    '\\.tsx?$': ['@swc/jest', typescript],
    '\\.m?js$': ['@swc/jest', javascript],
  },
  transformIgnorePatterns: [`/node_modules/(?!(?:${esmPackages.join('|')})(?:/|$))`],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/data/'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/architecture/planted/'],
  // Beside the packages, so that it outlives `git clean` of sources and goes with node_modules.
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
};

module.exports = {
  cacheDirectory: `${__dirname}/node_modules/.cache/jest`,
  // Ends what hangs, and measures nothing; for all projects, as jest reads it here alone: on a machine that does four other things, 5 s were too few to found a network.
  testTimeout: 30_000,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/{apps,libs,test}/**/*.spec.{ts,tsx}'],
      testPathIgnorePatterns: [...shared.testPathIgnorePatterns, '<rootDir>/test/faults/'],
    },
    {
      ...shared,
      displayName: 'faults',
      testMatch: ['<rootDir>/test/faults/**/*.spec.ts'],
    },
  ],
};
