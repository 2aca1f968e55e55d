/**
 * Lints and cruises planted trees with the repository's own configuration and prints what was found as JSON.
 * A program of its own because both tools are ES modules, which jest cannot load; one process for all cases.
 *
 *   node test/architecture/inspect.mjs TREE…   →   { [tree]: [{ from, to?, rule, message? }] }
 */
import path from 'node:path';
import { existsSync } from 'node:fs';
import { cruise } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import { ESLint } from 'eslint';

const root = path.resolve(import.meta.dirname, '../..');
const tops = ['apps', 'libs', 'scripts', 'test'];

async function cruised(tree) {
  const options = await extractDepcruiseOptions(path.join(root, '.dependency-cruiser.cjs'));
  const present = tops.filter((top) => existsSync(path.join(tree, top)));
  const { output } = await cruise(present, { ...options, baseDir: tree, validate: true });
  return output.summary.violations.map(({ from, to, rule }) => ({ from, to, rule: rule.name }));
}

async function linted(tree) {
  const eslint = new ESLint({ cwd: tree, overrideConfigFile: path.join(root, 'eslint.config.mjs') });
  const results = await eslint.lintFiles(['{apps,libs,test}/**/*.ts']);
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, message }) => ({ from: path.relative(tree, filePath), rule: ruleId, message })),
  );
}

const found = {};
for (const tree of process.argv.slice(2)) {
  const [boundaries, lint] = await Promise.all([cruised(tree), linted(tree)]);
  found[path.basename(tree)] = { boundaries, lint };
}
process.stdout.write(JSON.stringify(found));
