/** `npm run bench -- …`: builds the bench with the product that it measures, then runs it. */
import { ensureBuilt, ensureInstalled } from './prepare.mjs';
import { runBuilt } from './run-built.mjs';

ensureInstalled();
ensureBuilt({ tests: true });
runBuilt('test/bench/main.js', process.argv.slice(2));
