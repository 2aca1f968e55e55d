import { closeSync, openSync, writeSync } from 'node:fs';
import type { Io } from './io';

export interface OutputOptions {
  readonly isJson: boolean;
  readonly isQuiet: boolean;
  /** Undefined or `-`: standard output. */
  readonly file: string | undefined;
}

/** Where a run's answer goes. Results and nothing else on standard output; everything said beside them on standard error. */
export class Output {
  readonly isJson: boolean;
  readonly isQuiet: boolean;
  private readonly file: number | undefined;

  constructor(
    private readonly io: Io,
    { isJson, isQuiet, file }: OutputOptions,
  ) {
    this.isJson = isJson;
    this.isQuiet = isQuiet;
    this.file = file === undefined || file === '-' ? undefined : openSync(file, 'w', 0o600);
  }

  /** A line of the result, in the form that was asked for. */
  result(words: string, json: object): void {
    this.line(this.isJson ? JSON.stringify(json) : words);
  }

  line(text: string): void {
    if (this.file === undefined) this.io.stdout.write(`${text}\n`);
    else writeSync(this.file, `${text}\n`);
  }

  /** A line of many: waits where the reader at the other end of a pipe is slower. */
  async paced(text: string): Promise<void> {
    const { stdout } = this.io;
    if (this.file !== undefined) this.line(text);
    else if (stdout.write(`${text}\n`) === false) await drained(stdout);
  }

  /** A remark beside the result. */
  note(text: string): void {
    if (!this.isQuiet) this.io.stderr.write(`${text}\n`);
  }

  close(): void {
    if (this.file !== undefined) closeSync(this.file);
  }
}

const drained = (sink: Io['stdout']): Promise<void> =>
  new Promise((resolve) => {
    sink.once?.('drain', resolve);
  });
