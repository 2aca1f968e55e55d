import { START } from '#platform/event-store/port/event-store';
import { openLog } from '#platform/profiles/embedded/open-log';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Random } from '../../apps/cli/demo/simulation/random';
import { Child } from '../support/child';
import { rpn, smallNetworkFolders } from '../support/rpn';
import { collect } from '../support/stored-events';

jest.setTimeout(300_000);
const ROWS = 400;
const KILLS = 5;
const folders = smallNetworkFolders();
afterEach(() => Child.killAll());

/** The sequences at which each row's command lies in the log, by what the row is about. */
async function signUpsIn(directory: string): Promise<Map<string, number>> {
  const log = openLog(directory);
  const found = await collect(log.readAll(START, ['DistrictSignedUp']));
  await log.close();
  const counts = new Map<string, number>();
  for (const { event } of found) counts.set(event.stream, (counts.get(event.stream) ?? 0) + 1);
  return counts;
}

/**
 * An import is killed in mid-file, again and again, at random rows; each run goes on with the rest. Afterwards the log is
 * what one run would have made: every row once, and the import said to be applied once (G24, bad input 86).
 */
it(`an import that is killed ${KILLS} times in mid-file applies every row once`, async () => {
  const directory = folders.copy();
  const file = join(directory, 'signups.csv');
  const rows = Array.from({ length: ROWS }, (_, n) => `${5_300_000 + n},2024-08-08,${(n % 4) + 1}\n`);
  writeFileSync(file, `district_id,month_closed,tier\n${rows.join('')}`);
  const before = (await signUpsIn(directory)).size;
  const random = new Random('import killed');
  const asked = ['import', 'signups', file, '--as', 'pia'];
  let [there, cutOff] = [before, 0];
  for (let kills = 0; kills < KILLS; kills += 1) {
    const run = new Child('../../apps/cli/main.ts', asked, ['env', `DATA_DIR=${directory}`]);
    const enough = there + random.int(1, Math.floor(ROWS / KILLS));
    let ended = false;
    void run.exit.then(() => (ended = true));
    while (!ended && (await signUpsIn(directory)).size < enough) await setTimeout(1);
    await run.kill();
    const now = await signUpsIn(directory);
    expect(Math.max(...now.values())).toBe(1);
    expect(now.size).toBeGreaterThanOrEqual(there);
    if (now.size > there && now.size < before + ROWS) cutOff += 1;
    there = now.size;
  }
  // It was killed in the middle of the file, and more than once.
  expect(cutOff).toBeGreaterThan(1);

  const { code, stdout } = await rpn(directory, asked);
  expect([code, /(\d+) {2}already/.exec(stdout)?.[1]]).toEqual([0, String(there - before)]);
  const all = await signUpsIn(directory);
  expect([all.size, Math.max(...all.values())]).toEqual([before + ROWS, 1]);
  expect((await rpn(directory, [...asked, '--dry-run'])).stdout).toContain(`${ROWS}  already`);
  expect((await rpn(directory, ['replay', '--all'])).stdout).toMatch(/^MATCH/);
  expect(existsSync(join(directory, 'log.db'))).toBe(true);
  const log = openLog(directory);
  const imports = await collect(log.readAll(START, ['ImportReceived', 'ImportApplied']));
  await log.close();
  // One was lived through in the small network; this file came once and was applied once, whatever was killed.
  expect(imports.map(({ event }) => event.type).sort()).toEqual([
    ...['ImportApplied', 'ImportApplied', 'ImportReceived', 'ImportReceived'],
  ]);
});
