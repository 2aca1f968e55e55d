import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

const canPin = availableParallelism() > 1 && spawnSync('taskset', ['-c', '0,1', 'true']).status === 0;

/** A built program of the bench in a process of its own, with this one's flags, on one core where that can be had. Ended by its pid. */
export class Pinned {
  private readonly child: ChildProcess;

  constructor(program: string, args: readonly string[], core: number, flags: readonly string[] = []) {
    const command = [process.execPath, ...process.execArgv, ...flags, join(__dirname, '..', program), ...args];
    const [file = '', ...rest] = canPin ? ['taskset', '-c', String(core), ...command] : command;
    this.child = spawn(file, rest, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  }

  get pid(): number {
    return this.child.pid ?? -1;
  }

  /** The next message; rejects when the process ends first. */
  next<T>(): Promise<T> {
    return new Promise((resolve, reject) => {
      const ended = (code: number | null): void => reject(new Error(`process ${this.pid} ended with ${code}`));
      this.child.once('exit', ended);
      this.child.once('message', (message) => {
        this.child.off('exit', ended);
        resolve(message as T);
      });
    });
  }

  ask<T>(message: object): Promise<T> {
    this.child.send(message);
    return this.next<T>();
  }

  /** SIGTERM, and resolves when it is gone. */
  end(): Promise<void> {
    return new Promise((resolve) => {
      this.child.once('exit', () => resolve());
      if (!this.child.kill('SIGTERM')) resolve();
    });
  }
}
