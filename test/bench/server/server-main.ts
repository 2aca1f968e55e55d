import { openEmbedded } from '#platform/profiles/embedded/open-embedded';
import { readConfig } from '#platform/config/read-config';
import { keyFileIn, mintToken } from '#platform/sign-in/local-keys';
import { Module } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { devNull } from 'node:os';
import pino from 'pino';
import { networkOf } from '../../../apps/api/main';
import { makeLogger } from '../../../apps/api/ops/logging';
import { ReadsModule } from '../../../apps/api/reads/reads.module';
import { runServer } from '../../../apps/api/run-server';
import { issuerOf } from '../load/issue';
import { claimants, found } from '../load/small-world';
import { NoOpController } from './no-op.controller';

/** What the server process says when it listens. */
export interface Listening {
  readonly url: string;
  readonly tokens: readonly string[];
}

/** What it answers to any message. */
export interface Spent {
  readonly rss: number;
  readonly cpuMicros: number;
}

@Module({ controllers: [NoOpController] })
class NoOpModule {}

/** The program as `npm start` runs it, with one more address and no limit on the rate. */
async function main(directory: string): Promise<void> {
  const config = readConfig({ DATA_DIR: directory, PORT: '0' });
  const network = await openEmbedded({ directory });
  const reads = ReadsModule.over(network, { cursorKey: randomBytes(32) });
  const server = await runServer(networkOf(network), config, {
    rate: { points: 1e12, seconds: 60 },
    modules: [reads, NoOpModule],
    log: makeLogger('info', pino.destination({ dest: devNull, sync: false, minLength: 4_096 })),
  });
  if (process.argv[3] === 'found') await found(issuerOf(network.commands));
  const key = keyFileIn(directory);
  const tokens = await Promise.all(claimants.map(({ personId }) => mintToken(key, personId)));
  process.send?.({ url: server.url, tokens } satisfies Listening);
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.({ rss: process.memoryUsage().rss, cpuMicros: user + system } satisfies Spent);
  });
}

void main(process.argv[2] ?? '');
