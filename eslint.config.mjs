import { builtinModules } from 'node:module';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * The stops of a context that must give the same answer in 2029: no clock, no chance, no waiting, no surroundings.
 * `views` is listed although its queries read a store: a query returns the store's promise, it does not wait on it.
 */
const pure = [
  'libs/kernel/**/*.ts',
  'libs/contexts/*/{decide,events,facts,policy,projections,reactions,views}/**/*.ts',
  'libs/contexts/imports/{table,kinds}/**/*.ts',
];

/** The only two kernel folders that hash; they may import node:crypto and nothing else of Node. */
const hashing = ['libs/kernel/codec/**/*.ts', 'libs/kernel/ids/**/*.ts'];

const specs = ['**/*.spec.{ts,tsx}', 'test/**/*.{ts,tsx}'];

// Money ------------------------------------------------------------------------------------------------------------

/** Selects a declaration whose name matches and whose type is `number`, alone or in a union (`number | null`). */
function typedNumber(name) {
  const declared = `:matches(TSPropertySignature, PropertyDefinition, AccessorProperty)[key.name=${name}] > TSTypeAnnotation`;
  const bound = `Identifier[name=${name}] > TSTypeAnnotation`;
  const returned = [
    `FunctionDeclaration[id.name=${name}] > TSTypeAnnotation.returnType`,
    `:matches(MethodDefinition, Property)[key.name=${name}] > FunctionExpression > TSTypeAnnotation.returnType`,
    `VariableDeclarator[id.name=${name}] > ArrowFunctionExpression > TSTypeAnnotation.returnType`,
  ];
  return [declared, bound, ...returned]
    .flatMap((annotation) => [`${annotation} > TSNumberKeyword`, `${annotation} > TSUnionType > TSNumberKeyword`])
    .join(', ');
}

const money = [
  {
    selector: typedNumber('/^amount$/'),
    message: 'A money value names its unit and carries its type: amountCents: Cents.',
  },
  {
    selector: typedNumber('/Cents$/'),
    message: 'Type it Cents (#kernel/money/cents): a plain number may hold a fraction.',
  },
];

const noBarrels = [
  { selector: 'ExportAllDeclaration', message: 'No barrels: import the file that declares the name.' },
];

// Purity -----------------------------------------------------------------------------------------------------------

const noThrow = {
  selector: 'ThrowStatement',
  message: 'Use an assertion from #kernel/assert for a bug, or return an Answer for a business no.',
};

const noWaiting = [
  { selector: ':function[async=true]', message: 'A pure stop does not wait: no async.' },
  { selector: 'AwaitExpression', message: 'A pure stop does not wait: no await.' },
  { selector: 'ForOfStatement[await=true]', message: 'A pure stop does not wait: no for await.' },
];

const noSurroundings = [
  { selector: 'TSTypeReference[typeName.name="Date"]', message: 'Use Instant or PlainDate: a Date carries a clock.' },
  { selector: 'ImportExpression', message: 'A pure stop imports statically, so that the boundaries can be checked.' },
  {
    selector: 'MemberExpression[object.name="Temporal"][property.name="Now"]',
    message: 'Time comes in as facts.at, never from a clock.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^(localeCompare|toLocale\\w*)$/]',
    message: 'The locale is the machine’s, so two machines would disagree; compare by code unit, format in a page.',
  },
];

const clock = 'Time comes in as facts.at, never from a clock.';
const impureGlobals = [
  { name: 'Date', message: clock },
  { name: 'performance', message: clock },
  { name: 'process', message: 'A pure stop knows no process: pass what it needs as facts or policy.' },
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'fetch', 'crypto', 'globalThis', 'global'].map(
    (name) => ({ name, message: 'A pure stop has no timers, network, chance or global state.' }),
  ),
];

/** `node:` makes a builtin recognisable at a glance, and lets one pattern ban them all in the pure stops. */
const unprefixed = builtinModules
  .filter((name) => !name.startsWith('_') && !name.startsWith('node:'))
  .map((name) => ({ name, message: `Write node:${name}.` }));

const upwards = { regex: '^\\.\\./', message: 'Import by subpath (#kernel/money/cents), not up the tree.' };
const laterSwagger = {
  name: '@nestjs/swagger',
  allowTypeImports: true,
  message: 'Take its decorators from apps/api/openapi/swagger: loading Swagger took a fifth of a start.',
};
const noNode = { regex: '^node:', message: 'A pure stop imports nothing of Node.' };
const onlyCrypto = {
  regex: '^node:(?!crypto$)',
  message: 'This folder hashes: of Node it may import node:crypto alone.',
};

// ------------------------------------------------------------------------------------------------------------------

export default defineConfig(
  globalIgnores(['dist/', 'data/', 'coverage/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{js,mjs,cjs,ts,tsx}'],
    rules: {
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-eval': 'error',
      'no-unreachable': 'error',
      'no-fallthrough': 'error',
      'no-self-compare': 'error',
      'no-unsafe-finally': 'error',
      'no-cond-assign': 'error',
      'no-loss-of-precision': 'error',
      'no-async-promise-executor': 'error',
      'no-promise-executor-return': 'error',
      'no-template-curly-in-string': 'error',
      'no-unused-private-class-members': 'error',
      'no-control-regex': 'off',
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { requireDefaultForNonUnion: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', caughtErrors: 'none', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/restrict-plus-operands': ['error', { allowNumberAndString: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // A Nest module is a class whose only content is its decorator; a command's base only declares its version.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true, allowStaticOnly: true }],
      // A memory adapter keeps an asynchronous port without anything to wait for.
      '@typescript-eslint/require-await': 'off',
      // Wrong about flags that another turn of the event loop sets; the pure stops, which have none, turn it on.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/unified-signatures': 'off',
      'no-restricted-syntax': ['error', ...money, ...noBarrels],
      'no-restricted-imports': ['error', { paths: unprefixed }],
    },
  },
  {
    files: ['libs/**/*.ts'],
    ignores: specs,
    rules: {
      'no-console': 'error',
      'no-restricted-imports': ['error', { paths: unprefixed, patterns: [upwards] }],
    },
  },
  {
    files: pure,
    ignores: specs,
    rules: {
      '@typescript-eslint/no-unnecessary-condition': 'error',
      'no-restricted-globals': ['error', ...impureGlobals],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Chance cannot be replayed.' },
      ],
      'no-restricted-imports': ['error', { paths: unprefixed, patterns: [upwards, noNode] }],
      'no-restricted-syntax': ['error', ...money, ...noBarrels, noThrow, ...noWaiting, ...noSurroundings],
    },
  },
  {
    files: hashing,
    ignores: specs,
    rules: { 'no-restricted-imports': ['error', { paths: unprefixed, patterns: [upwards, onlyCrypto] }] },
  },
  {
    // Where the throwing is done for everybody else.
    files: ['libs/kernel/assert/**/*.ts'],
    ignores: specs,
    rules: { 'no-restricted-syntax': ['error', ...money, ...noBarrels, ...noWaiting, ...noSurroundings] },
  },
  {
    files: ['{apps,libs}/**/index.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'Program', message: 'No barrels: name the file for its one idea.' },
      ],
    },
  },
  {
    // A server loads Swagger when its description is asked for; this file alone knows how.
    files: ['apps/**/*.ts'],
    ignores: ['apps/api/openapi/swagger.ts', ...specs],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { paths: [laterSwagger] }] },
  },
  {
    // What a command does is loaded when it is asked for: help and a typo must answer at once. `import()` would have to
    // name the compiled file, which a spec that runs from source does not have.
    files: ['apps/cli/commands/*/command.ts'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    // Specs look at parsed replies and recorded calls, whose types say little; what they assert is checked by running.
    files: specs,
    rules: {
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
      'no-console': 'off',
    },
  },
);
