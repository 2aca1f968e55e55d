/** Runs jest and reads its totals, by the group that a spec file belongs to. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { report, runProgram } from './gates.mjs';
import { root } from './prepare.mjs';

const jest = path.join(root, 'node_modules/jest/bin/jest.js');

/** test/contracts/… → contracts; a spec beside its file → unit. */
function groupOf(file) {
  const [top, folder, rest] = path.relative(root, file).split(path.sep);
  return top === 'test' && rest !== undefined ? folder : 'unit';
}

function totalsOf(suites) {
  const count = (...states) =>
    suites.flatMap((suite) => suite.assertionResults).filter(({ status }) => states.includes(status)).length;
  // A file that does not load has no tests to fail; it counts as one.
  const broken = suites.filter((suite) => suite.status === 'failed' && suite.assertionResults.length === 0).length;
  return {
    passed: count('passed'),
    failed: count('failed') + broken,
    skipped: count('pending', 'todo', 'skipped', 'disabled'),
  };
}

/**
 * Runs the specs of one jest project, so many files at a time, and reports a line per group.
 * @returns totals {passed, failed, skipped} and the files with skipped tests
 */
export async function runJest(project, workers = 1) {
  const results = path.join(root, `node_modules/.cache/rpn/jest-${project}.json`);
  rmSync(results, { force: true });
  const args = ['--selectProjects', project, '--passWithNoTests', '--json', '--outputFile', results, '--silent'];
  // By itself jest leaves a core free, and of two that is half of the machine.
  args.push(`--maxWorkers=${workers}`);
  const { passed, output, seconds } = await runProgram([jest, ...args]);
  if (!existsSync(results)) {
    report(false, project, seconds, 'jest ended without a result');
    console.log(output);
    return { passed: 0, failed: 1, skipped: 0, skippedFiles: [] };
  }

  const suites = JSON.parse(readFileSync(results, 'utf8')).testResults;
  for (const group of [...new Set(suites.map(({ name }) => groupOf(name)))].sort()) {
    const members = suites.filter(({ name }) => groupOf(name) === group);
    const totals = totalsOf(members);
    const busy = members.reduce((sum, { startTime, endTime }) => sum + (endTime - startTime) / 1000, 0);
    report(
      totals.failed === 0,
      group,
      busy,
      `${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`,
    );
  }
  const totals = totalsOf(suites);
  for (const { message } of suites.filter(({ status }) => status === 'failed')) console.log(message);
  // jest may also fail as a whole (a crashed worker, a bad configuration) with every spec green.
  if (!passed && totals.failed === 0) {
    totals.failed = 1;
    console.log(output);
  }
  const skippedFiles = suites
    .filter((suite) => totalsOf([suite]).skipped > 0)
    .map(({ name }) => path.relative(root, name));
  return { ...totals, skippedFiles };
}
