import { Connection } from '../load/connection';
import { Requests } from '../load/requests';
import { elapsedMs, median } from '../measure/rounds';
import { Pinned } from '../server/pinned';
import type { Listening } from '../server/server-main';
import { historyIn } from './growing-store';
import type { Section } from './section';

/** Beyond every number of a claim that other sections use. */
const FIRST = 9_000_000_000;

/** From nothing to the first answers, with the large store and its views at hand. */
export const coldStart: Section = {
  name: 'cold',
  async run(setting) {
    const [ready, first, idle, loaded]: number[][] = [[], [], [], []];
    for (let round = 0; round < setting.rounds; round += 1) {
      const began = performance.now();
      const server = new Pinned('server/server-main.js', [historyIn(setting)], 1);
      try {
        const { url, tokens } = await server.next<Listening>();
        while (!(await fetch(`${url}/health/ready`)).ok);
        ready?.push(performance.now() - began);
        idle?.push(await memoryOf(server));
        const requests = new Requests('/v1/claims', tokens, FIRST + round);
        const connection = await Connection.open(Number(new URL(url).port));
        first?.push(await elapsedMs(() => connection.send(requests.next())));
        connection.close();
        loaded?.push(await memoryOf(server));
      } finally {
        await server.end();
      }
    }
    const events = `${setting.events.toLocaleString('en-US')} events`;
    return [
      {
        name: `cold start with ${events}, to /health/ready`,
        value: median(ready ?? []),
        unit: 'ms',
        aim: { of: 'value', is: '≤', than: 1_500 },
      },
      { name: 'first claim after it, which folds the ledger', value: median(first ?? []), unit: 'ms' },
      { name: `resident memory, ${events}, before the first claim`, value: median(idle ?? []), unit: 'MiB' },
      { name: `resident memory, ${events}, with the ledger in memory`, value: median(loaded ?? []), unit: 'MiB' },
    ];
  },
};

async function memoryOf(server: Pinned): Promise<number> {
  return (await server.ask<{ rss: number }>({})).rss / 1024 ** 2;
}
