import type { ExitCode } from './exit';
import type { Task } from './task';

/**
 * A command as `rpn --help` knows it. Only this is loaded for every run, so it imports nothing: what the command does
 * stands in the module that `load` requires.
 */
export interface CliCommand {
  readonly name: string;
  readonly summary: string;
  /** Help begins with them: a command line without `rpn`, and what it is good for. */
  readonly examples: readonly (readonly [line: string, what: string])[];
  readonly argument?: { readonly name: string; readonly what: string };
  readonly options: readonly CliOption[];
  /** What else a reader must know; a paragraph. */
  readonly more?: string;
  load(): (task: Task) => Promise<ExitCode>;
}

export interface CliOption {
  /** `--log <path>`, or `--all` for one without a value. */
  readonly flags: string;
  readonly what: string;
  readonly required?: boolean;
  readonly default?: string;
  readonly choices?: readonly string[];
}

/** What every command takes. */
export const COMMON_OPTIONS: readonly CliOption[] = [
  { flags: '--json', what: 'write the result as JSON' },
  { flags: '-o, --output <file>', what: 'write the result to a file; - is standard output' },
  { flags: '-q, --quiet', what: 'say nothing on standard error but errors' },
];
