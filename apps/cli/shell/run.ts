import type { Place } from '#platform/profiles/place';
import { placeOf } from '#platform/profiles/place';
import { CommanderError } from 'commander';
import type { CliCommand } from './command';
import type { ExitCode } from './exit';
import { EXIT, UsageError } from './exit';
import type { Io } from './io';
import { Output } from './output';
import { programOf } from './program';
import type * as Settings from './settings';
import type { Task } from './task';

/** Runs a command line (without `node` and the program's name) and says how it ended. Never rejects. */
export async function run(commands: readonly CliCommand[], args: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = EXIT.fine;
  const program = programOf(commands, io, async (command, argument, options) => {
    code = await carryOut(command, argument, options, io);
  });
  try {
    if (args.length === 0) program.help();
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    return endOf(error, io);
  }
}

async function carryOut(
  command: CliCommand,
  argument: string | undefined,
  options: Task['options'],
  io: Io,
): Promise<ExitCode> {
  requireOptions(command, options);
  const file = typeof options['output'] === 'string' ? options['output'] : undefined;
  const out = new Output(io, { isJson: options['json'] === true, isQuiet: options['quiet'] === true, file });
  try {
    return await command.load()({ argument, options, io, out, dataDir: dataDirIn(io), place: () => placeIn(io) });
  } finally {
    out.close();
  }
}

function requireOptions({ name, options: declared }: CliCommand, given: Task['options']): void {
  const missing = declared.find(
    ({ flags, required }) => required === true && given[/--(\w+)/.exec(flags)?.[1] ?? ''] === undefined,
  );
  if (missing !== undefined) throw new UsageError(`rpn ${name} needs ${missing.flags}: ${missing.what}.`);
}

/** Commander has said its piece already; everybody else's error is told here, without a stack unless asked for. */
function endOf(error: unknown, io: Io): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.usage;
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  io.stderr.write(`${io.env['RPN_DEBUG'] === undefined ? message : (stack ?? message)}\n`);
  return error instanceof UsageError ? EXIT.usage : EXIT.couldNotRun;
}

/** As the config class reads it (an empty text is "not set"), without loading that class for every command. */
function dataDirIn({ env: { DATA_DIR = '' } }: Io): string {
  return DATA_DIR === '' ? './data' : DATA_DIR;
}

/** The other settings are read only where a cluster is named: a log in a folder can be looked at whatever they are. */
function placeIn(io: Io): Place {
  if (io.env['PROFILE'] !== 'cluster') return { directory: dataDirIn(io) };
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- validators load for those who need them
  const { settingsIn } = require('./settings') as typeof Settings;
  return placeOf(settingsIn(io));
}
