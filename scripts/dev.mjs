/** `npm run dev`: compiles on every save and restarts the server when what it loaded has changed. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { ensureBuilt, ensureInstalled, root } from './prepare.mjs';

ensureInstalled();
ensureBuilt();
process.env.DEMO ??= 'full';

const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
const main = path.join(root, 'dist/apps/cli/main.js');
const children = [
  [tsc, '-p', 'tsconfig.build.json', '--watch', '--preserveWatchOutput'],
  ['--enable-source-maps', '--watch', '--watch-preserve-output', main, 'start', ...process.argv.slice(2)],
].map((args) => spawn(process.execPath, args, { cwd: root, stdio: 'inherit' }));

// Whichever ends first, and however this program is ended, none of the two is left behind.
const endAll = () => children.forEach((child) => child.kill());
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, endAll);
for (const child of children) child.on('exit', endAll);
