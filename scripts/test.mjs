/**
 * `npm test`: every gate, then every spec. A gate counts as one test. The last line is
 * `N passed, N failed, N skipped`, and the exit code is 1 unless N failed is 0.
 */
import { availableParallelism } from 'node:os';
import { fastGates, generatedGate, runGate } from './gates.mjs';
import { runJest } from './jest.mjs';
import { ensureBuilt, ensureInstalled } from './prepare.mjs';

ensureInstalled();
ensureBuilt({ tests: true });

const gates = await Promise.all(fastGates.map(runGate));
gates.push(await runGate(generatedGate));
// One after the other: the fault tests measure time and want the machine to themselves.
const runs = [await runJest('unit', availableParallelism()), await runJest('faults')];

const sum = (pick) => runs.reduce((total, run) => total + pick(run), 0);
const passed = gates.filter(Boolean).length + sum((run) => run.passed);
const failed = gates.filter((gate) => !gate).length + sum((run) => run.failed);
const skipped = sum((run) => run.skipped);

for (const file of runs.flatMap((run) => run.skippedFiles)) console.log(`skipped in ${file}`);
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed === 0 ? 0 : 1;
