import Module from 'node:module';
import path from 'node:path';
import { root } from './prepare.mjs';

/**
 * Runs a built program in this very process, as if `node dist/… args` had been typed: signals, exit code, console and
 * a kill -9 reach it directly, and no wrapper is left to outlive it.
 */
export function runBuilt(file, args) {
  process.argv = [process.execPath, path.join(root, 'dist', file), ...args];
  Module.runMain();
}
