import { readConfig } from '#platform/config/read-config';
import { openEmbedded } from '#platform/profiles/embedded/open-embedded';
import { writeSync } from 'node:fs';
import pino from 'pino';
import { networkOf } from '../../apps/api/main';
import { cursorKeyIn } from '../../apps/api/reads/query/cursor-key';
import { ReadsModule } from '../../apps/api/reads/reads.module';
import { runServer } from '../../apps/api/run-server';
import { folderThread, writerThread } from './from-source';

/**
 * The real server over the real embedded network in a process of its own, without the CLI's walk over the log and without
 * a limit of requests, to be killed by specs: `lean-server.ts FOLDER [standby]`. Prints `serving URL`. On standby it
 * prints `loaded` and waits for SIGUSR2, so that a spec that kills it fifty times waits for no module to load.
 */
async function main(directory: string): Promise<void> {
  const network = await openEmbedded({ directory, folder: folderThread, writer: writerThread });
  const config = readConfig({ DATA_DIR: directory, PORT: '0' });
  const { url } = await runServer(networkOf(network), config, {
    modules: [ReadsModule.over(network, { cursorKey: cursorKeyIn(directory) })],
    rate: { points: 1e9, seconds: 60 },
    log: pino({ level: 'error' }, pino.destination({ dest: 2, sync: true })),
  });
  say(`serving ${url}`);
}

/** Synchronous, so that what the parent has read was true when the process died. */
const say = (line: string): void => void writeSync(1, `${line}\n`);

const start = (): void => void main(process.argv[2]!);
if (process.argv[3] === 'standby') {
  const alive = setInterval(() => undefined, 1_000);
  process.once('SIGUSR2', () => {
    clearInterval(alive);
    start();
  });
  say('loaded');
} else start();
