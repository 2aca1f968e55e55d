import { existsSync } from 'node:fs';
import { commands } from './commands';
import { handleEnds, processIo } from './shell/io';
import { run } from './shell/run';

/** `rpn`: one command line, then its exit code. */
async function main(): Promise<void> {
  handleEnds();
  if (existsSync('.env')) process.loadEnvFile('.env');
  process.exitCode = await run(commands, process.argv.slice(2), processIo);
}

void main();
