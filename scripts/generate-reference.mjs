/**
 * Writes docs/reference/cli.md (what `rpn --help` prints), docs/reference/configuration.md and .env.example (the config
 * class). A step of `npm run generate`, after the build.
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
writeFileSync(path.join(root, 'docs/reference/configuration.md'), configurationPage());
writeFileSync(path.join(root, '.env.example'), envExample());
