import { chmodSync, closeSync, openSync } from 'node:fs';

/** Makes an empty file (0600) where it is missing, and closes one that is there to others; -wal and -shm get the same mode. */
export function makePrivate(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    // Never open an existing one here: closing it would drop every lock that this process holds on that file.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    chmodSync(path, 0o600);
  }
}
