import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Summary } from '../load/latencies';
import type { LoadOrder } from '../load/load-main';
import { inTurn, median } from '../measure/rounds';
import type { Figure } from '../report/figure';
import { NO_OP } from '../server/no-op.controller';
import { Pinned } from '../server/pinned';
import type { Listening, Spent } from '../server/server-main';
import type { Setting } from '../setting';
import { IN_FLIGHT } from '../setting';
import type { Section } from './section';

const CLAIMS = '/v1/claims';
const OPEN_LOOP = 2_000;
/** Longer than it waits to see whether it is quiet; and what it may use in that time when it has nothing left to do. */
const QUIET_MS = 2_500;
const IDLE_MICROS = 50_000;
/** Numbers of claims that one run of the load may use. */
const A_RUN = 10_000_000;

/** Whole claims over HTTP: the server on one core, the load on the other. */
export const overHttp: Section = {
  name: 'http',
  async run(setting) {
    const server = new Pinned('server/server-main.js', [join(setting.directory, 'http'), 'found'], 1);
    const load = new Pinned('load/load-main.js', [], 0);
    try {
      const { url, tokens } = await server.next<Listening>();
      let runs = 0;
      const run = (path: string, more: Partial<LoadOrder> = {}): Promise<Summary> => {
        const first = (runs += 1) * A_RUN;
        const port = Number(new URL(url).port);
        return load.ask({ port, path, tokens, first, connections: IN_FLIGHT, ms: setting.ms, ...more });
      };
      const noOp = async (): Promise<Summary> => {
        await idle(server);
        return run(NO_OP);
      };
      const claims = (): Promise<Summary> => run(CLAIMS);
      return [
        ...(await closedLoop(setting, { noOp, claims })),
        ...(await openLoop(setting, run)),
        await memory(server),
      ];
    } finally {
      await Promise.all([server.end(), load.end()]);
    }
  },
};

type Run = (path: string, more?: Partial<LoadOrder>) => Promise<Summary>;

async function closedLoop(
  { rounds }: Setting,
  measured: Readonly<Record<'noOp' | 'claims', () => Promise<Summary>>>,
): Promise<Figure[]> {
  const { noOp, claims } = await inTurn(rounds, measured);
  const of = (runs: readonly Summary[], what: keyof Summary): number => median(runs.map((one) => one[what]));
  const name = `claims over HTTP, ${IN_FLIGHT} connections`;
  const against = { name: 'no-op', value: of(noOp, 'perSecond') };
  return [
    { name: `no-op over HTTP, ${IN_FLIGHT} connections`, value: against.value, unit: '/s' },
    { name, value: of(claims, 'perSecond'), unit: '/s', against, aim: { of: 'ratio', is: '≥', than: 0.6 } },
    { name: `${name}: p50`, value: of(claims, 'p50'), unit: 'ms', against: { name: 'no-op', value: of(noOp, 'p50') } },
    { name: `${name}: p99`, value: of(claims, 'p99'), unit: 'ms', against: { name: 'no-op', value: of(noOp, 'p99') } },
  ];
}

async function openLoop({ rounds, ms }: Setting, run: Run): Promise<Figure[]> {
  const runs: Summary[] = [];
  for (let round = 0; round < rounds; round += 1) runs.push(await run(CLAIMS, { perSecond: OPEN_LOOP, ms: ms * 2 }));
  const name = `claims due at ${OPEN_LOOP}/s, from when they were due`;
  const at = (what: keyof Summary): number => median(runs.map((one) => one[what]));
  return [
    { name: `${name}: p50`, value: at('p50'), unit: 'ms' },
    { name: `${name}: p99`, value: at('p99'), unit: 'ms', aim: { of: 'value', is: '≤', than: 5 } },
    { name: `${name}: p99.9`, value: at('p999'), unit: 'ms' },
  ];
}

/**
 * When it has been quiet for a while the server reads its history index on, on the same core: that belongs to the claims
 * before, and would slow what they are held against.
 */
async function idle(server: Pinned): Promise<void> {
  const spent = async (): Promise<number> => (await server.ask<Spent>({})).cpuMicros;
  for (let before = await spent(), used = Infinity; used > IDLE_MICROS;) {
    await pause(QUIET_MS);
    const now = await spent();
    [before, used] = [now, now - before];
  }
}

async function memory(server: Pinned): Promise<Figure> {
  const { rss } = await server.ask<{ rss: number }>({});
  return { name: 'memory of the server after that', value: rss / 1024 ** 2, unit: 'MiB' };
}
