import { contexts } from '#contexts/contexts';
import { COMMANDS } from '#contexts/access/policy/permissions';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUSINESS_ROWS } from '../../apps/api/http/problem-rows/business-rows';
import type { Registry } from './registry';
import { gapsIn } from './registry';

const root = join(__dirname, '../..');
const text = (...path: string[]): string => readFileSync(join(root, ...path), 'utf8');
const namesIn = (...path: string[]): string[] =>
  existsSync(join(root, ...path)) ? readdirSync(join(root, ...path), { recursive: true, encoding: 'utf8' }) : [];
const byContext = (read: (name: string) => string): Record<string, string> =>
  Object.fromEntries(contexts.map(({ name }) => [name, read(name)]));

interface Operation {
  readonly 'x-command'?: string;
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly examples?: object }>> }>
  >;
}

function operations(): Registry['operations'] {
  const { paths } = JSON.parse(text('openapi.json')) as { paths: Record<string, Record<string, Operation>> };
  return Object.values(paths)
    .flatMap((methods) => Object.values(methods))
    .flatMap(({ 'x-command': command, responses }) =>
      command === undefined
        ? []
        : [{ command, codes: Object.values(responses).flatMap(({ content }) => codesOf(content)) }],
    );
}

const codesOf = (content: Operation['responses'][string]['content']): string[] =>
  Object.keys(content?.['application/problem+json']?.examples ?? {});

/**
 * Commands that people may issue and that have no address of their own: the founding of a network and the demo issue the
 * first, and `RequestApproval` and `DrawSlate` are issued at the address of the act that takes two people.
 */
const UNSERVED = ['RegisterPerson', 'PublishIncentivesPolicy', 'PublishGrantsPolicy', 'RequestApproval', 'DrawSlate'];
/** What only those, and the system's own commands, answer. */
const UNPROMISED = [
  ...[
    'ALREADY_PAYABLE',
    'HANDLE_TAKEN',
    'ROLE_NOT_HELD',
    'NOT_AFFILIATED',
    'POLICY_FLAWED',
    'EFFECTIVE_IN_PAST',
    'NOT_DUE',
    // Of a file that is read.
    'ERASED',
  ],
];

function found(): Registry {
  const deciders = contexts.flatMap(({ name, deciders: own }) => own.map((decider) => ({ context: name, decider })));
  return {
    commands: deciders.flatMap(({ context, decider }) => decider.commands.map(({ name }) => ({ name, context }))),
    permissions: COMMANDS,
    modules: byContext((name) => text('libs/contexts', name, `${name}.module.ts`)),
    operations: operations(),
    unserved: UNSERVED,
    businessCodes: Object.keys(BUSINESS_ROWS).filter((code) => !UNPROMISED.includes(code)),
    specs: contexts.flatMap(({ name }) =>
      namesIn('libs/contexts', name, 'decide')
        .filter((file) => file.endsWith('.spec.ts'))
        .map((file) => text('libs/contexts', name, 'decide', file)),
    ),
    events: deciders.flatMap(({ context, decider }) =>
      decider.events.map(({ type, version }) => ({ type, version, context })),
    ),
    goldens: contexts.flatMap(({ name }) =>
      namesIn('libs/contexts', name, 'events/golden').map((file) => `${name}/${file}`),
    ),
    pages: byContext((name) => text('docs/events', `${name}.md`)),
  };
}

/** Whoever adds a command or an event is told here what else it needs; docs/how-to/add-a-command.md says how. */
describe('what every command and every event has', () => {
  const registry = found();
  const gaps = gapsIn(registry);
  /** What a change adds to the gaps that there may be. */
  const added = (change: Partial<Registry>): readonly string[] =>
    gapsIn({ ...registry, ...change }).filter((gap) => !gaps.includes(gap));
  const without = (record: Readonly<Record<string, string>>, part: string): Record<string, string> =>
    Object.fromEntries(Object.entries(record).map(([name, content]) => [name, content.replaceAll(part, '')]));
  const { WithdrawClaim: _withdraw, ...permissions } = registry.permissions;

  it('is there', () => {
    expect(registry.commands.length).toBeGreaterThan(20);
    expect(gaps).toEqual([]);
  });

  it.each<[string, Partial<Registry>, string[]]>([
    ['a permission', { permissions }, ['WithdrawClaim has no row in permissions.ts']],
    [
      'its place on the bus',
      { modules: without(registry.modules, 'WithdrawClaim,') },
      ['WithdrawClaim is not on the bus of incentives'],
    ],
    [
      'an address',
      {
        operations: registry.operations.map((one) => ({ ...one, command: one.command.replace('WithdrawClaim', 'x') })),
      },
      ['WithdrawClaim has no operation in openapi.json', 'an operation issues x, which no decider knows'],
    ],
    [
      'a spec of its guards',
      { specs: registry.specs.map((spec) => spec.replace("describe('WithdrawClaim'", "describe('a withdrawal'")) },
      ['WithdrawClaim has no spec of how it says no'],
    ],
    [
      'a spec of its guards, by name',
      { specs: registry.specs.map((spec) => spec.replaceAll('GrantRole says no', 'It says no')) },
      ['GrantRole has no spec of how it says no'],
    ],
    [
      'golden bytes',
      { goldens: registry.goldens.filter((file) => file !== 'incentives/ClaimDenied.v1.json') },
      ['incentives/ClaimDenied.v1.json is missing in events/golden'],
    ],
    [
      'golden bytes of a new version',
      { events: [{ type: 'ClaimDenied', version: 2, context: 'incentives' }] },
      ['incentives/ClaimDenied.v2.json is missing in events/golden'],
    ],
    [
      'a page in the catalogue',
      { pages: without(registry.pages, '\n## ClaimDenied\n') },
      ['ClaimDenied is not in docs/events/incentives.md'],
    ],
  ])('a forgotten one is told: %s', (_what, change, told) => {
    expect(added(change)).toEqual(told);
  });

  it.each<[string, Partial<Registry>, string]>([
    [
      'a row of nothing',
      { permissions: { ...registry.permissions, Nothing: ['admin'] } },
      'permissions.ts has a row for Nothing, which no decider knows',
    ],
    [
      'a code that no operation promises',
      { businessCodes: [...registry.businessCodes, 'NEVER'] },
      'no operation promises NEVER',
    ],
    [
      'a command that has an address by now',
      { unserved: [...registry.unserved, 'GrantRole'] },
      'GrantRole has an operation and is listed as unserved',
    ],
  ])('what is left over is told: %s', (_what, change, told) => {
    expect(added(change)).toEqual([told]);
  });
});
