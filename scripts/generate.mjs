/**
 * `npm run generate`: writes every file that a program derives from the sources (openapi.json, docs/events/, …).
 * With `--check` it also fails when that changed one, that is: when somebody forgot to run it.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { ensureBuilt, ensureInstalled, root } from './prepare.mjs';

/** One step a line: a program with its arguments, and the files or folders that it writes. */
const steps = [
  { name: 'event catalogue', program: ['scripts/generate-events.mjs'], outputs: ['docs/events'] },
  {
    name: 'reference',
    program: ['scripts/generate-reference.mjs'],
    outputs: [
      'docs/reference/cli.md',
      'docs/reference/permissions.md',
      'docs/reference/configuration.md',
      '.env.example',
    ],
  },
  { name: 'README', program: ['scripts/readme.mjs'], outputs: ['README.md', 'docs/concepts', 'docs/how-to'] },
  { name: 'OpenAPI', program: ['dist/apps/api/write-openapi.js', 'openapi.json'], outputs: ['openapi.json'] },
];

/** Relative path → SHA-256 of every file under the outputs. */
function contents(outputs) {
  const files = outputs.flatMap((output) => {
    const full = path.join(root, output);
    if (!existsSync(full)) return [];
    if (statSync(full).isFile()) return [output];
    return readdirSync(full, { recursive: true }).map((name) => path.join(output, name));
  });
  const hashed = files
    .filter((file) => statSync(path.join(root, file)).isFile())
    .map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(path.join(root, file)))
        .digest('hex'),
    ]);
  return new Map(hashed);
}

ensureInstalled();
ensureBuilt();

const outputs = steps.flatMap((step) => step.outputs);
const before = contents(outputs);
for (const { name, program } of steps) {
  const [file, ...args] = program;
  const { status } = spawnSync(process.execPath, [path.join(root, file), ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) {
    console.error(`${name} was not generated.`);
    process.exit(1);
  }
}

const after = contents(outputs);
const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
  (file) => before.get(file) !== after.get(file),
);
for (const file of changed) console.log(`changed: ${file}`);
if (process.argv.includes('--check') && changed.length > 0) {
  console.error('These files were stale; commit what `npm run generate` wrote.');
  process.exit(1);
}
