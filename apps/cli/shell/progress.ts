import type * as CliProgress from 'cli-progress';
import type { Task } from './task';

/** Tells how far something has come. */
export interface Progress {
  at(done: number): void;
  end(): void;
}

const silent: Progress = { at: () => undefined, end: () => undefined };

/** A bar on standard error, where a person is watching: on a terminal, unless told to be quiet. */
export function progressOf({ io, out }: Task, what: string, total: number): Progress {
  if (io.stderr.isTTY !== true || out.isQuiet || total === 0) return silent;
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded for those who see it
  const { SingleBar, Presets } = require('cli-progress') as typeof CliProgress;
  const style = {
    format: `${what} {bar} {value}/{total}`,
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
  };
  const bar = new SingleBar(style, Presets.shades_classic);
  bar.start(total, 0);
  return { at: (done) => bar.update(done), end: () => bar.stop() };
}
