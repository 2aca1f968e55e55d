import { sha256 } from '#kernel/codec/digest';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { countUp } from './counted-index';

const LONGEST_WAIT_MS = 900_000;

/**
 * Spec files run side by side, and a log that is looked at as new (`FreshLog`) bears no other writer: the files take turns
 * on a server, by a file that names the process whose turn it is. Whoever has it finds the log counted.
 */
export function aloneWith(url: string): void {
  const turn = join(tmpdir(), `rpn-server-${sha256(url).slice(0, 16)}`);
  beforeAll(async () => {
    while (!isTaken(turn)) await setTimeout(50);
    await countUp(url);
  }, LONGEST_WAIT_MS);
  afterAll(() => rmSync(turn, { force: true }));
}

function isTaken(turn: string): boolean {
  try {
    writeFileSync(turn, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (!isAlive(turn)) rmSync(turn, { force: true });
    return false;
  }
}

/** A spec that was killed leaves its turn behind. */
function isAlive(turn: string): boolean {
  try {
    const pid = Number(readFileSync(turn, 'utf8'));
    // One process runs several files, one after the other: its own name is a file that did not end well.
    return pid === 0 || (pid !== process.pid && process.kill(pid, 0));
  } catch {
    return false;
  }
}
