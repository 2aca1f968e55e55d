import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { rateInFlight, ratePerSecond } from './rounds';

/** The machine's own durable writes, one at a time: 4 KiB and an fsync, at the end of a growing file. */
export function serialFsyncs(directory: string, ms: number): number {
  const block = Buffer.alloc(4_096, 'x');
  const file = openSync(join(directory, 'serial'), 'w');
  try {
    return ratePerSecond(ms, () => {
      writeSync(file, block);
      fsyncSync(file);
    });
  } finally {
    closeSync(file);
  }
}

/**
 * The least that any durable log costs: lines that arrive in one turn of the event loop are written together, one fsync a
 * batch, and then everybody is told. No order, no index, no reading.
 */
export class BareLog {
  private readonly file: number;
  private waiting: { readonly line: string; readonly tell: () => void }[] = [];

  constructor(directory: string) {
    this.file = openSync(join(directory, 'bare.log'), 'a');
  }

  append(line: string): Promise<void> {
    return new Promise((tell) => {
      if (this.waiting.length === 0) setImmediate(() => this.commit());
      this.waiting.push({ line, tell });
    });
  }

  /** Lines a second with `inFlight` waiting at any time. */
  rate(ms: number, inFlight: number, line: string): Promise<number> {
    return rateInFlight(ms, inFlight, () => this.append(line));
  }

  close(): void {
    closeSync(this.file);
  }

  private commit(): void {
    const batch = this.waiting;
    this.waiting = [];
    writeSync(this.file, batch.map(({ line }) => line).join('\n'));
    fsyncSync(this.file);
    for (const { tell } of batch) tell();
  }
}
