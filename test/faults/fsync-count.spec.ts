import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Child } from '../support/child';
import { foundFolder, peopleAt } from '../support/loaded-folder';
import { district } from '../support/network';
import type { Served } from '../support/served';

jest.setTimeout(120_000);

const CLAIMS = 20;
const strace = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;
// Skipped by name on a machine without it; where .ci/run has installed it, that it cannot trace is a failure.
const traced = strace || process.env['CI'] !== undefined ? describe : describe.skip;

/**
 * What the kernel is really asked for by the whole server, from the request to the reply (G1). That the log alone syncs
 * before it answers, also when the disk fails, is shown by event-store-durable.spec.ts.
 */
traced(`a server under strace${strace ? '' : ', which does not work here'}`, () => {
  let folder: Served;
  beforeAll(async () => {
    folder = await foundFolder();
  });
  afterAll(async () => {
    await Child.killAll();
    folder.remove();
  });

  it('has synced the log between any two replies that say “stored”: as many syncs as commits, or more', async () => {
    const trace = join(folder.directory, 'calls.trace');
    const tracing = ['-f', '-y', '-qq', '-e', 'trace=fsync,fdatasync,write,writev', '-o', trace];
    const server = new Child('lean-server.ts', [folder.directory], ['strace', ...tracing]);
    const [, url = ''] = (await server.line('serving')).split(' ');
    const { ana } = await peopleAt(folder.directory, url);
    const outcomeDate = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10);
    for (let n = 1; n <= CLAIMS; n += 1) {
      expect((await ana.claim('cs-staff-appointed', district(n), { outcomeDate })).status).toBe(201);
    }
    await server.kill();
    const calls = readFileSync(trace, 'utf8')
      .split('\n')
      .map(kindOf)
      .filter((kind) => kind !== 'other');
    const replies = calls.flatMap((kind, at) => (kind === 'reply' ? [calls[at - 1]] : []));
    expect(replies).toEqual(Array(CLAIMS).fill('sync'));
    expect(calls.filter((kind) => kind === 'sync').length).toBeGreaterThanOrEqual(CLAIMS);
  });
});

function kindOf(call: string): 'sync' | 'reply' | 'other' {
  if (/f(data)?sync\(.*log\.db-wal>/.test(call)) return 'sync';
  return /writev?\(\d+<.*HTTP\/1\.1 201/.test(call) ? 'reply' : 'other';
}
