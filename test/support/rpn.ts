import { plusHours } from '#kernel/time/instant';
import { openEmbedded } from '#platform/profiles/embedded/open-embedded';
import { registry } from '#platform/profiles/registry';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { commands } from '../../apps/cli/commands';
import type { ExitCode } from '../../apps/cli/shell/exit';
import { run } from '../../apps/cli/shell/run';
import { FixedClock } from './fixed-clock';
import { liveASmallLife } from './small-network';
import { SMALL_NOW } from './small-network/ask';
import { temporaryFolder } from './temporary-folder';

export interface Ran {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `rpn` in this process on a data folder: no terminal, nothing of this process's environment. */
export async function rpn(
  directory: string,
  args: readonly string[],
  { env = {}, stdin = '' }: { env?: Readonly<Record<string, string>>; stdin?: string } = {},
): Promise<Ran> {
  const said = { stdout: '', stderr: '' };
  const code = await run(commands, args, {
    stdout: { write: (text) => (said.stdout += text) },
    stderr: { write: (text) => (said.stderr += text) },
    env: { DATA_DIR: directory, ...env },
    stdin: Readable.from([stdin]),
    holdInterrupts: () => undefined,
  });
  return { code, ...said };
}

/** Data folders that hold the small network: lived once, then copied. Call it at the top of a spec. */
export function smallNetworkFolders(): { copy(): string; lastSequence(): number } {
  const folder = temporaryFolder();
  let last = -1;
  let copies = 0;
  beforeAll(async () => {
    const directory = join(folder.path, 'small');
    const clock = new FixedClock(SMALL_NOW);
    const network = await openEmbedded({ directory, clock });
    await liveASmallLife(network);
    // By now a day is over that the network lives by; the program would meet it at its start, as an event more.
    clock.at = plusHours(SMALL_NOW, 24);
    await network.deadlines.settle();
    const views = registry.views.map(({ view }) => view);
    last = (await network.store.head()).sequence;
    await network.projections.waitFor(views, last, 10_000);
    await network.close();
  });
  afterAll(() => folder.remove());
  return {
    lastSequence: () => last,
    copy: () => {
      const directory = join(folder.path, `copy ${(copies += 1)}`);
      cpSync(join(folder.path, 'small'), directory, { recursive: true });
      return directory;
    },
  };
}
