import type { Place } from '#platform/profiles/place';
import type { Io } from './io';
import type { Output } from './output';

/** One run of a command: what was asked, in which world, and where the answer goes. */
export interface Task {
  readonly argument: string | undefined;
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  readonly io: Io;
  readonly out: Output;
  /** DATA_DIR: what this process has of the network; in the embedded profile all of it. */
  readonly dataDir: string;
  /** Where the network lies, by PROFILE. Throws `UsageError` for settings that cannot be used. */
  readonly place: () => Place;
}

/** The value of an option that takes one; undefined when it was not given. */
export function textOption({ options }: Task, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}
