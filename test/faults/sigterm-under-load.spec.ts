import { setTimeout } from 'node:timers/promises';
import { Random } from '../../apps/cli/demo/simulation/random';
import { Child } from '../support/child';
import {
  expectAllPayable,
  expectAuditable,
  expectEachOnce,
  expectSameReplies,
  foundFolder,
  peopleAt,
} from '../support/loaded-folder';
import type { People } from '../support/random-load';
import { RandomLoad } from '../support/random-load';
import type { Served } from '../support/served';

jest.setTimeout(180_000);

/**
 * Asked to end while it is busy, the server ends by itself: what is in hand is answered, what is new gets 503 or no
 * connection, and nothing that was answered is lost (G32). How long it takes is bounded by the program itself (8 s for
 * what is in hand), so no clock is looked at here.
 */
describe('a server that is asked to end under load', () => {
  const random = new Random('sigterm');
  const load = new RandomLoad(random, new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10));
  let folder: Served;
  beforeAll(async () => {
    folder = await foundFolder();
  });
  afterAll(async () => {
    await Child.killAll();
    folder.remove();
  });

  async function serving(): Promise<{ readonly server: Child; readonly people: People }> {
    const server = new Child('lean-server.ts', [folder.directory]);
    const [, url = ''] = (await server.line('serving')).split(' ');
    return { server, people: await peopleAt(folder.directory, url) };
  }

  it.each([
    ['SIGTERM', 8],
    ['SIGINT', 8],
    ['SIGTERM', 64],
  ] as const)('ends with 0 on %s, with %i people at work', async (signal, workers) => {
    const { server, people } = await serving();
    const enough = load.recorded.length + random.int(50, 150);
    const working = load.run(people, workers);
    while (load.recorded.length < enough) await setTimeout(1);
    server.signal(signal);
    expect([await server.exit, server.stderr]).toEqual([0, '']);
    await working;
    // Refused with the reason, or answered; never an error, never anything else.
    expect(load.odd.filter((answer) => answer !== '503 SHUTTING_DOWN')).toEqual([]);
    // What was in hand was answered: nothing is in the log that nobody was told of.
    await expectEachOnce(folder.directory, load);
  });

  it('finds every command that was answered when it starts again, once and with the same reply', async () => {
    const { server, people } = await serving();
    await load.settle(people);
    await expectSameReplies(load, people);
    server.signal('SIGTERM');
    expect(await server.exit).toBe(0);
    await expectEachOnce(folder.directory, load);
    await expectAllPayable(folder.directory);
    await expectAuditable(folder.directory);
  });
});
