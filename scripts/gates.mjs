/** The gates of the repository: each a command that passes or fails. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from './prepare.mjs';

const bin = (file, ...args) => [path.join(root, 'node_modules', file), ...args];

/** The gates that need no build and no test run; they are independent, so they run side by side. */
export const fastGates = [
  { name: 'types', args: bin('typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json') },
  { name: 'lint', args: bin('eslint/bin/eslint.js', '.', '--max-warnings=0') },
  {
    name: 'boundaries',
    args: bin('dependency-cruiser/bin/dependency-cruise.mjs', 'apps', 'libs', 'test', 'scripts', 'bin'),
  },
  { name: 'unused', args: bin('knip/bin/knip.js', '--no-progress') },
  { name: 'openapi', args: bin('@redocly/cli/bin/cli.js', 'lint', 'openapi.json') },
  { name: 'format', args: bin('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.') },
];

/** Regenerating what programs write must change nothing. Needs the build. */
export const generatedGate = { name: 'generated', args: [path.join(root, 'scripts/generate.mjs'), '--check'] };

/** Runs a Node program from the root; resolves to whether it passed, its output and its seconds. */
export function runProgram(args) {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const output = [];
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.on('error', (error) => resolve({ passed: false, output: String(error), seconds: 0 }));
    child.on('close', (code) => {
      const seconds = (performance.now() - started) / 1000;
      resolve({ passed: code === 0, output: Buffer.concat(output).toString(), seconds });
    });
  });
}

/** One line of the report. */
export function report(passed, name, seconds, detail = '') {
  console.log(
    `${passed ? 'ok    ' : 'FAILED'} ${name.padEnd(14)} ${seconds.toFixed(1).padStart(6)} s  ${detail}`.trimEnd(),
  );
}

/** Runs a gate and reports it; a failing one shows what it printed. Resolves to whether it passed. */
export async function runGate({ name, args }) {
  const { passed, output, seconds } = await runProgram(args);
  report(passed, name, seconds);
  if (!passed) console.log(output.trim().replace(/^/gm, '       '));
  return passed;
}
