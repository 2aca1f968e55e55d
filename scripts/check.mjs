/** `npm run check`: the fast gates alone, before every commit. */
import { fastGates, runGate } from './gates.mjs';
import { ensureInstalled } from './prepare.mjs';

ensureInstalled();
const passed = await Promise.all(fastGates.map(runGate));
process.exitCode = passed.every(Boolean) ? 0 : 1;
