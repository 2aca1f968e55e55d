import type { Readable } from 'node:stream';
import { EXIT } from './exit';

/** The world of a run: the process's own, or a spec's. */
export interface Io {
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Readable;
  /** From now on an interrupt is the command's own to answer. */
  holdInterrupts(): void;
}

interface Sink {
  /** False when it has as much in hand as it wants; `drain` then says when it has room again (node:stream). */
  write(text: string): unknown;
  once?(event: 'drain', then: () => void): unknown;
  /** Of a terminal only. */
  readonly isTTY?: boolean;
  readonly columns?: number;
}

const interrupted = (): never => process.exit(EXIT.interrupted);

/** This process. Whoever interrupts it or closes its pipe (`rpn … | head`) gets no stack. */
export const processIo: Io = {
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  // Opened by its first use: a run that does not read it must not wait for its end.
  get stdin() {
    return process.stdin;
  },
  holdInterrupts: () => void process.off('SIGINT', interrupted),
};

/** Puts the process's handlers in place. */
export function handleEnds(): void {
  process.on('SIGINT', interrupted);
  process.stdout.on('error', ({ code }: NodeJS.ErrnoException) =>
    process.exit(code === 'EPIPE' ? EXIT.fine : EXIT.couldNotRun),
  );
}
