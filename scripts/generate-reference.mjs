/**
 * Writes docs/reference/cli.md (what `rpn --help` prints), docs/reference/permissions.md (the permission table),
 * docs/reference/configuration.md and .env.example (the config class). A step of `npm run generate`, after the build.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from './prepare.mjs';

const require = createRequire(import.meta.url);
const built = (file) => require(path.join(root, 'dist', file));
const MADE = '<!-- Written by `npm run generate`. -->';

// The command line ---------------------------------------------------------------------------------------------------

async function helpOf(args) {
  let text = '';
  const sink = { write: (part) => (text += part) };
  const io = { stdout: sink, stderr: sink, env: {}, readStdin: () => Promise.resolve('') };
  await built('apps/cli/shell/run.js').run(built('apps/cli/commands.js').commands, [...args, '--help'], io);
  return ['```text', text.trimEnd(), '```'].join('\n');
}

async function cliPage() {
  const { commands } = built('apps/cli/commands.js');
  const sections = await Promise.all(
    commands.map(async ({ name }) => [`## rpn ${name}`, await helpOf(name.split(' '))].join('\n\n')),
  );
  const words =
    'In the checkout: `npx rpn …`. Results go to standard output and remarks to standard error; each run names the log,\n' +
    'its last sequence and its root there. Exit codes: 0 fine, 1 it found something (a mismatch, a rejected row), 2 wrong\n' +
    'usage, 3 it could not run (I/O, a lock, something unreachable), 130 interrupted. `NO_COLOR` is heeded, `RPN_DEBUG=1`\n' +
    'adds the stack to an error.';
  return `${[MADE, '# The command line', words, await helpOf([]), ...sections].join('\n\n')}\n`;
}

// Who may do what ----------------------------------------------------------------------------------------------------

function permissionsPage() {
  const { COMMANDS, ON_BEHALF, TWO_PEOPLE, VIEWS } = built('libs/contexts/access/policy/permissions.js');
  const { NETWORK_ROLES, PARTNER_ROLES } = built('libs/kernel/roles/roles.js');
  const table = (what, rows, roles, more) => {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    const marks = (held) => roles.map((role) => (held.includes(role) ? 'yes' : ''));
    const head = [
      line([what, ...roles, ...more.map(([name]) => name)]),
      line(['---', ...roles, ...more].map(() => '---')),
    ];
    const body = Object.entries(rows).map(([name, held]) =>
      line([`\`${name}\``, ...marks(held), ...more.map(([, said]) => said(name, held))]),
    );
    return [...head, ...body].join('\n');
  };
  const everybody = [...PARTNER_ROLES, ...NETWORK_ROLES];
  const two = ['two people', (name) => (TWO_PEOPLE.includes(name) ? 'yes' : '')];
  const behalf = ['entered for another by', (name) => (ON_BEHALF[name] ?? []).join(', ')];
  const byPeople = Object.fromEntries(Object.entries(COMMANDS).filter(([, held]) => held.some((r) => r !== 'service')));
  const bySystem = Object.keys(COMMANDS).filter((name) => COMMANDS[name].includes('service'));
  const words = [
    'Where nothing stands, nobody may: a command or a view without a row is refused. A role is what an event granted, looked',
    'up anew at every request; no token carries one. People of a partner act for their own partner and see its records alone.',
    '',
    'A **yes** is not the last word. Nobody holds two duties on one money, whatever roles they have or had, nor decides for',
    'their own partner: that is judged from the history of the money itself, answered `SOD` and recorded. Of an act that takes',
    '**two people**, the first asks and another who may ask as well confirms.',
  ].join('\n');
  return `${[
    MADE,
    '# Who may do what',
    words,
    '## Commands',
    table('command', byPeople, everybody, [two, behalf]),
    `The system itself, and no person, issues what follows from an event or founds a network: ${bySystem.map((name) => `\`${name}\``).join(', ')}.`,
    '## What may be read',
    'Network roles see every partner’s rows, partner roles their own partner’s.',
    table('view', VIEWS, everybody, []),
  ].join('\n\n')}\n`;
}

// The settings -------------------------------------------------------------------------------------------------------

// Loading the class declares its variables.
built('libs/platform/config/environment.js');
const variables = built('libs/platform/config/variable.js').variableRows();

function configurationPage() {
  const rows = variables.map(
    ({ name, byDefault, expected, meaning }) =>
      `| \`${name}\` | ${byDefault === undefined ? '' : `\`${byDefault}\``} | ${expected.replaceAll('|', '\\|')} | ${meaning} |`,
  );
  const table = ['| variable | default | has to be | |', '|---|---|---|---|', ...rows].join('\n');
  const words =
    'Read from the environment, and from a file `.env` in the working folder for what the environment does not say. All of\n' +
    'it is checked at the start and every fault told at once; `npx rpn doctor` does the same without starting.';
  return `${[MADE, '# Settings', words, table].join('\n\n')}\n`;
}

function envExample() {
  const entries = variables.map(
    ({ name, byDefault = '', expected, meaning }) => `# ${meaning}\n# Has to be ${expected}.\n# ${name}=${byDefault}`,
  );
  return `${['# Copy to .env and uncomment what differs. Nothing here is needed for `npm start`.\n# Written by `npm run generate`.', ...entries].join('\n\n')}\n`;
}

mkdirSync(path.join(root, 'docs/reference'), { recursive: true });
writeFileSync(path.join(root, 'docs/reference/cli.md'), await cliPage());
writeFileSync(path.join(root, 'docs/reference/permissions.md'), permissionsPage());
writeFileSync(path.join(root, 'docs/reference/configuration.md'), configurationPage());
writeFileSync(path.join(root, '.env.example'), envExample());
