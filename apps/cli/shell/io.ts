import { EXIT } from './exit';

/** The world of a run: the process's own, or a spec's. */
export interface Io {
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** All of standard input. */
  readStdin(): Promise<string>;
  /** From now on an interrupt is the command's own to answer. */
  holdInterrupts(): void;
}

interface Sink {
  write(text: string): unknown;
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
  readStdin: async () => {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
    return Buffer.concat(chunks).toString('utf8');
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
