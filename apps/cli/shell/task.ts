import type { Io } from './io';
import type { Output } from './output';

/** One run of a command: what was asked, in which world, and where the answer goes. */
export interface Task {
  readonly argument: string | undefined;
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  readonly io: Io;
  readonly out: Output;
  /** DATA_DIR: where this machine's network lies. */
  readonly dataDir: string;
}

/** The value of an option that takes one; undefined when it was not given. */
export function textOption({ options }: Task, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}
