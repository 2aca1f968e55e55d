import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const KEY_BYTES = 32;

/** A secret in DATA_DIR/keys, made when it is first needed and readable by its owner alone. `loss` says what losing it means. */
export function keyIn(dataDir: string, name: string, loss: string): Buffer {
  const file = path.join(dataDir, 'keys', `${name}.key`);
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const key = readIfThere(file) ?? makeKey(file);
  if (key.length !== KEY_BYTES) throw new Error(`${file} is damaged; delete it, and ${loss}.`);
  return key;
}

/** Written beside and linked into place: of two starts at once one key wins, and nobody reads half of it. */
function makeKey(file: string): Buffer {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, randomBytes(KEY_BYTES), { mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(file);
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
