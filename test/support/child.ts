import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(__dirname, '..', '..');

/** A program of test/support in a process of its own, run from source. */
export class Child {
  private static readonly running = new Set<Child>();

  readonly lines: string[] = [];
  readonly exit: Promise<number | NodeJS.Signals>;
  stderr = '';
  private readonly process: ChildProcess;
  private waiters: (() => void)[] = [];
  private ended = false;

  /** `before` is put in front of the command: `['strace', '-f']`. */
  constructor(program: string, args: readonly string[], before: readonly string[] = []) {
    const command = [
      ...before,
      process.execPath,
      ...['-C', 'source', '-r', join(root, 'test/support/register-ts.cjs')],
      join(root, 'test/support', program),
      ...args,
    ];
    this.process = spawn(command[0]!, command.slice(1), {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    this.process.stderr!.on('data', (text) => (this.stderr += String(text)));
    Child.running.add(this);
    const output = createInterface({ input: this.process.stdout! });
    output.on('line', (line) => this.changed(() => this.lines.push(line)));
    // `close` comes after the last line.
    this.exit = new Promise((resolve) => {
      this.process.on('close', (code, signal) => {
        Child.running.delete(this);
        this.changed(() => (this.ended = true));
        resolve(code ?? signal!);
      });
    });
  }

  /** For `afterEach`: a spec that fails half-way must not leave a writer behind. */
  static async killAll(): Promise<void> {
    await Promise.all([...Child.running].map((child) => child.kill()));
  }

  /** Resolves with the first (or `nth`, from 0) line that begins so; rejects when the process ends without one. */
  async line(start: string, nth = 0): Promise<string> {
    for (;;) {
      const found = this.lines.filter((line) => line.startsWith(start))[nth];
      if (found !== undefined) return found;
      if (this.ended) throw new Error(`the process ended without "${start}": ${this.lines.join(' | ')} ${this.stderr}`);
      await new Promise<void>((resolve) => {
        this.waiters.push(resolve);
      });
    }
  }

  /** Asks the process to end, or whatever else the signal says. */
  signal(name: NodeJS.Signals): void {
    this.process.kill(name);
  }

  /** SIGKILL, and waits until it is gone. The whole group: killing a tracer alone would leave the traced one running. */
  async kill(): Promise<void> {
    if (!this.ended && this.process.pid !== undefined) process.kill(-this.process.pid, 'SIGKILL');
    await this.exit;
  }

  private changed(change: () => void): void {
    change();
    for (const go of this.waiters.splice(0)) go();
  }
}
