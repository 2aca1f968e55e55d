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

const KILLS = Number(process.env['KILLS'] ?? 50);
const SEED = process.env['KILL_SEED'] ?? 'kill loop';
/** A kill and a start take about two seconds of one busy core. */
jest.setTimeout(60_000 + KILLS * 10_000);

/**
 * The server is killed at random moments under load, and each time another starts on what it left. Nothing that anybody
 * was told may be missing or double afterwards (G1, G2, G3, G7). Other kills: `KILLS=500 KILL_SEED=x npx jest kill-loop`.
 */
describe(`a server that is killed ${KILLS} times under load (seed: ${SEED})`, () => {
  const random = new Random(SEED);
  const load = new RandomLoad(random, new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10));
  let folder: Served;
  let next: Child;
  beforeAll(async () => {
    folder = await foundFolder();
    next = standby();
  });
  afterAll(async () => {
    await Child.killAll();
    folder.remove();
  });

  const standby = (): Child => new Child('lean-server.ts', [folder.directory, 'standby']);
  /** Lets the server that has its modules loaded open the folder, and another one load them meanwhile. */
  async function start(): Promise<Child> {
    const server = next;
    await server.line('loaded');
    next = standby();
    server.signal('SIGUSR2');
    return server;
  }
  async function peopleOf(server: Child): Promise<People> {
    return peopleAt(folder.directory, (await server.line('serving')).split(' ')[1]!);
  }

  /** Kills a server at some moment: mostly once it has answered a few more commands, now and then while it starts. */
  async function killSomewhere(): Promise<void> {
    const server = await start();
    const enough = load.recorded.length + random.int(1, 60);
    const working = random.chance(0.15) ? undefined : load.run(await peopleOf(server));
    while (working !== undefined && load.recorded.length < enough) await setTimeout(1);
    await setTimeout(random.int(0, working === undefined ? 400 : 25));
    await server.kill();
    await working;
  }

  it('has every command that was answered once, with the same reply, and one payable an approval', async () => {
    for (let kills = 0; kills < KILLS; kills += 1) await killSomewhere();
    expect(load.odd).toEqual([]);
    const server = await start();
    const people = await peopleOf(server);
    await load.settle(people);
    await expectSameReplies(load, people);
    server.signal('SIGTERM');
    expect(await server.exit).toBe(0);
    await expectEachOnce(folder.directory, load);
    await expectAllPayable(folder.directory);
    await expectAuditable(folder.directory);
    // It was a load: some of everything, and refusals among it.
    const statuses = new Set(load.recorded.map(({ recorded }) => recorded!.slice(0, 3)));
    expect([...statuses].sort()).toEqual(expect.arrayContaining(['200', '201', '403', '422']));
  });
});
