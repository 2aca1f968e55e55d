/** `npm start`: installs and builds what is missing, then serves the demo network in this console. */
import { ensureBuilt, ensureInstalled } from './prepare.mjs';
import { runBuilt } from './run-built.mjs';

ensureInstalled();
ensureBuilt();
process.env.DEMO ??= 'full';
runBuilt('apps/cli/main.js', ['start', ...process.argv.slice(2)]);
