import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Child } from '../support/child';
import { rpn, smallNetworkFolders } from '../support/rpn';

/** The program as it is run: processes of their own, with signals and exit codes. */
jest.setTimeout(120_000);
const folders = smallNetworkFolders();
afterEach(() => Child.killAll());

function program(directory: string, ...args: string[]): Child {
  return new Child('../../apps/cli/main.ts', args, ['env', `DATA_DIR=${directory}`, 'PORT=0', 'DEMO=none']);
}

async function serving(directory: string): Promise<{ child: Child; url: string }> {
  const child = program(directory, 'start');
  const [, url = ''] = /^Serving +(\S+)/.exec(await child.line('Serving')) ?? [];
  return { child, url };
}

const token = async (directory: string, handle: string) =>
  (await rpn(directory, ['token', '--as', handle])).stdout.trim();

describe('rpn start', () => {
  it('serves what it has verified, keeps the leaf hashes in step, and drains on SIGTERM', async () => {
    const directory = folders.copy();
    const { child, url } = await serving(directory);
    const [, founded] = /: (\d+) events, verified/.exec(await child.line('Log')) ?? [];
    const size = Number(founded) + 1;

    const headers = { authorization: `Bearer ${await token(directory, 'pia')}` };
    expect(await (await fetch(`${url}/v1/me`, { headers })).json()).toMatchObject({ handle: 'pia' });
    const onboarded = await fetch(`${url}/v1/partners`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify({
        slug: 'gamma',
        name: 'Gamma',
        states: ['AL'],
        territory: 'x',
        timeZone: 'UTC',
        since: '2026-01-01',
      }),
    });
    expect(onboarded.status).toBe(201);

    expect(await rpn(directory, ['verify'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(`${size} events`),
    });
    expect(await rpn(directory, ['rebuild'])).toMatchObject({ code: 3, stdout: '' });
    expect(await rpn(directory, ['start'], { env: { PORT: '0' } })).toMatchObject({ code: 3, stdout: '' });

    child.signal('SIGTERM');
    expect(await child.exit).toBe(0);
    expect(readFileSync(join(directory, 'leaves'))).toHaveLength(size * 32);
    expect(await rpn(directory, ['replay', '--all'])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(`^MATCH: .* ${size} events`),
    });
  });

  it('is given the files of rpn import while it has the folder', async () => {
    const directory = folders.copy();
    const file = join(directory, 'signups.csv');
    writeFileSync(file, 'district_id,month_closed,tier\n5100120,2024-09-18,2\n100391,2024-08-08,1\n');
    const asked = ['import', 'signups', file, '--as', 'pia'];
    const { child, url } = await serving(directory);
    const env = { PORT: new URL(url).port };
    const dry = await rpn(directory, [...asked, '--dry-run'], { env });
    const there = await rpn(directory, asked, { env });
    expect([there.code, there.stdout]).toEqual([0, dry.stdout]);
    expect(there.stderr).toContain(`A server has ${directory}: the file goes to ${url}.\n`);
    expect((await rpn(directory, asked, { env })).stdout).toContain('     2  already');
    child.signal('SIGTERM');
    expect(await child.exit).toBe(0);
    expect((await rpn(directory, ['replay', '--all'])).stdout).toMatch(/^MATCH/);
  });

  it('is seeded, and found as it was after a SIGKILL', async () => {
    const directory = join(folders.copy(), 'new');
    const { child } = await serving(directory);
    await child.kill();
    const again = await serving(directory);
    expect(await again.child.line('Log')).toMatch(/: \d+ events, verified/);
    again.child.signal('SIGINT');
    expect(await again.child.exit).toBe(0);
  });
});

it('a run that is interrupted ends with 130, and what it wrote is whole', async () => {
  const directory = join(folders.copy(), 'new');
  const child = program(directory, 'seed');
  while (!child.stderr.includes('Filling') || !existsSync(join(directory, 'log.db'))) await setTimeout(10);
  child.signal('SIGINT');
  expect(await child.exit).toBe(130);
  expect((await rpn(directory, ['verify'])).code).toBe(0);
});

it('help and verify load neither Nest nor class-validator, and of the contexts only what tells an erased payload', async () => {
  const directory = folders.copy();
  for (const args of [['--help'], ['verify'], ['start', '--help'], ['verfy']]) {
    const child = new Child('loaded-modules.ts', args, ['env', `DATA_DIR=${directory}`]);
    const loaded = JSON.parse((await child.line('loaded ')).slice('loaded '.length)) as string[];
    expect(loaded.length).toBeGreaterThan(10);
    expect(
      loaded.filter((file) =>
        /@nestjs|class-validator|class-transformer|libs\/contexts\/(?!access\/(facts\/erased-payloads|events\/payload-erased))|fastify/.test(
          file,
        ),
      ),
    ).toEqual([]);
  }
});
