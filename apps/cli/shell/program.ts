import { Argument, Command, Option } from 'commander';
import type { CliCommand, CliOption } from './command';
import { COMMON_OPTIONS } from './command';
import type { Io } from './io';

/** Called with the command that was asked for, its argument and its options. */
export type Dispatch = (
  command: CliCommand,
  argument: string | undefined,
  options: Readonly<Record<string, string | boolean | undefined>>,
) => Promise<void>;

const EXAMPLES_OF_ALL: CliCommand['examples'] = [
  ['start', 'serve the network in ./data, which it makes when it is missing'],
  ['token --as program-1', 'a token to sign in with'],
  ['verify', 'was anything in the log changed?'],
];

/** Where no terminal says how wide it is: in a pipe, and in the reference that is made of this help. */
const WIDTH = 110;

/** The parser of the command line. Whatever it refuses it throws, for the exit code is ours to choose. */
export function programOf(commands: readonly CliCommand[], io: Io, dispatch: Dispatch): Command {
  const program = new Command('rpn')
    .usage('<command> [options]')
    .description('The event-sourced backend of the Regional Partner network, from the command line.')
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      getOutHelpWidth: () => io.stdout.columns ?? WIDTH,
      getErrHelpWidth: () => io.stderr.columns ?? WIDTH,
    })
    .configureHelp({ sortSubcommands: false, showGlobalOptions: false })
    .addHelpText('before', examples(EXAMPLES_OF_ALL))
    .exitOverride();
  for (const command of commands) groupOf(program, command).addCommand(subcommand(program, command, dispatch));
  return program;
}

/** `log export` and `log import` stand in help and on the command line under `log`. */
function groupOf(program: Command, { name }: CliCommand): Command {
  const [group, inner] = name.split(' ');
  if (inner === undefined) return program;
  const there = program.commands.find((command) => command.name() === group);
  if (there !== undefined) return there;
  const made = new Command(group).copyInheritedSettings(program).summary(`see rpn ${group ?? ''} --help`);
  program.addCommand(made);
  return made;
}

function subcommand(program: Command, cli: CliCommand, dispatch: Dispatch): Command {
  const command = new Command(cli.name.split(' ').at(-1))
    .copyInheritedSettings(program)
    .summary(cli.summary)
    .description(`${cli.summary.charAt(0).toUpperCase()}${cli.summary.slice(1)}.`)
    .addHelpText('before', examples(cli.examples));
  if (cli.more !== undefined) command.addHelpText('after', `\n${cli.more}`);
  if (cli.argument !== undefined) command.addArgument(new Argument(`[${cli.argument.name}]`, cli.argument.what));
  for (const option of [...cli.options, ...COMMON_OPTIONS]) command.addOption(optionOf(option));
  return command.action(async (...given: unknown[]) => {
    const argument = cli.argument === undefined ? undefined : (given[0] as string | undefined);
    await dispatch(cli, argument, command.opts());
  });
}

/** A required option is asked for by `run`: commander would miss it before it sees that its name was mistyped. */
function optionOf({ flags, what, required = false, choices, default: value }: CliOption): Option {
  const option = new Option(flags, required ? `${what} (required)` : what);
  if (choices !== undefined) option.choices([...choices]);
  return value === undefined ? option : option.default(value);
}

function examples(lines: CliCommand['examples']): string {
  const width = Math.max(...lines.map(([line]) => line.length));
  return `Examples:\n${lines.map(([line, what]) => `  rpn ${line.padEnd(width)}  ${what}`).join('\n')}\n`;
}
