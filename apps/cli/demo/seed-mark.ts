import { plainDate } from '#kernel/time/plain-date';
import type { PlainDate } from '#kernel/time/plain-date';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** What an empty store is filled with (interface.md section 1). */
export type Demo = 'full' | 'network' | 'none';

/** What a store was filled with, and whether that came to its end. Lies beside the log: `seed.json`. */
export interface SeedMark {
  readonly demo: Demo;
  /** The day up to which the history is told. */
  readonly now: PlainDate;
  readonly isFinished: boolean;
}

const fileIn = (directory: string): string => join(directory, 'seed.json');

/** The mark of a data folder; undefined where nothing was seeded. */
export function readSeedMark(directory: string): SeedMark | undefined {
  const path = fileIn(directory);
  if (!existsSync(path)) return undefined;
  const mark = JSON.parse(readFileSync(path, 'utf8')) as SeedMark;
  return { ...mark, now: plainDate(mark.now) };
}

/** Durable before it returns: the first event must not be there without it. */
export function writeSeedMark(directory: string, mark: SeedMark): void {
  const draft = `${fileIn(directory)}.new`;
  const file = openSync(draft, 'w', 0o600);
  try {
    writeSync(file, `${JSON.stringify(mark)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, fileIn(directory));
  const folder = openSync(directory, 'r');
  fsyncSync(folder);
  closeSync(folder);
}
