import type { CliCommand } from '../../shell/command';
import type * as Run from './run';

type Kind = 'partners' | 'people' | 'signups' | 'claims';

const OPTIONS: CliCommand['options'] = [
  { flags: '--as <handle>', what: 'who imports; every event names that person', required: true },
  { flags: '--dry-run', what: 'tell the same and write nothing' },
  {
    flags: '--mode <mode>',
    what: 'apply the rows that pass, or nothing unless all pass',
    choices: ['per-row', 'all-or-nothing'],
    default: 'per-row',
  },
  {
    flags: '--fill <values>',
    what: 'values for columns that the file lacks: since=2026-07-01,timeZone=America/Denver',
  },
  { flags: '--plan-hash <hash>', what: 'apply this plan and no other, as a dry run named it' },
  { flags: '--expect-rows <count>', what: 'apply nothing unless the file has so many rows' },
  { flags: '--expect-cents <cents>', what: 'apply nothing unless its amounts add up to this (claims)' },
  { flags: '--rejected <file>', what: 'write the rejected rows there, with the reasons, to be mended and sent again' },
];

const MORE =
  'Each row becomes the ordinary command, which happens once: a second run applies nothing, and one that was cut off goes\n' +
  'on where it was. Exit code 1 when a row is rejected. While a server has the folder, the file goes to it over HTTP.';

const importCommand = (kind: Kind, summary: string, examples: CliCommand['examples']): CliCommand => ({
  name: `import ${kind}`,
  summary,
  examples,
  argument: { name: 'file', what: 'a CSV file in UTF-8; - is standard input' },
  options: OPTIONS,
  more: MORE,
  load: () => (task) => (require('./run') as typeof Run).runImport(kind, task),
});

export const importCommands: readonly CliCommand[] = [
  importCommand('partners', 'onboard the organisations of a file', [
    ['import partners partners.csv --as program-1 --dry-run', 'what would become of each row'],
    ['import partners partners.csv --as program-1 --fill since=2026-07-01,timeZone=America/Denver', 'and apply it'],
  ]),
  importCommand('people', 'register the people of a file, and say for whom they work', [
    ['import people people.csv --as admin-1', 'handles alone: let them sign in'],
    ['import people people.csv --as program-1', 'with partner, role and from: for whom they work'],
  ]),
  importCommand('signups', 'record the districts that signed up', [
    ['import signups signups.csv --as program-1 --dry-run', 'what would become of each row'],
    ['import signups signups.csv --as program-1 --rejected rejected.csv', 'apply it, and keep what was rejected'],
  ]),
  importCommand('claims', 'file the claims of a partner', [
    ['import claims claims.csv --as codeva-staff-1 --mode all-or-nothing', 'all of them or none'],
    [
      'import claims claims.csv --as codeva-staff-1 --expect-rows 12 --expect-cents 1850000',
      'only the file that was meant',
    ],
  ]),
];
