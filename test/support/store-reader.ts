import { START } from '#platform/event-store/port/event-store';
import { openSqliteReader } from '#platform/event-store/sqlite/open-reader';
import { writeSync } from 'node:fs';

/** A process that only reads a log, as somebody who may not write there: `store-reader.ts FOLDER`. Prints the length. */
async function main(directory: string): Promise<void> {
  // Permissions do not hold root back; 65534 is nobody.
  if (process.getuid?.() === 0) process.setuid?.(65534);
  let length = 0;
  const reader = openSqliteReader(directory);
  for await (const { event } of reader.readAll(START)) length = event.sequence + 1;
  await reader.close();
  writeSync(1, `read ${length}\n`);
}

main(process.argv[2]!).catch((error: unknown) => {
  writeSync(1, `error ${String(error)}\n`);
});
