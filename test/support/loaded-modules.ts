import { commands } from '../../apps/cli/commands';
import { processIo } from '../../apps/cli/shell/io';
import { run } from '../../apps/cli/shell/run';

/** A process that runs `rpn` with its arguments and then prints `loaded` and the files that this took, as JSON. */
async function main(): Promise<void> {
  await run(commands, process.argv.slice(2), { ...processIo, stdout: process.stderr });
  process.stdout.write(`loaded ${JSON.stringify(Object.keys(require.cache))}\n`);
}

void main();
