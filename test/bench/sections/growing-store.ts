import { join } from 'node:path';
import { serialFsyncs } from '../measure/disk';
import { inTurn, median } from '../measure/rounds';
import type { Figure } from '../report/figure';
import { Lab } from '../server/lab';
import type { Setting } from '../setting';
import type { Section } from './section';

/** Where the large store lies; later sections read it. */
export const historyIn = ({ directory }: Setting): string => join(directory, 'history');

/** The claim rate while the store grows; each size is held against the disk of the same minute. */
export const growingStore: Section = {
  name: 'growth',
  async run(setting) {
    const { directory, ms, rounds, events, say } = setting;
    const lab = await Lab.open(historyIn(setting));
    const figures: Figure[] = [];
    let first: number | undefined;
    for (const size of [0, events / 4, events / 2, events]) {
      say(`  filling to ${size} events …`);
      await lab.fill(size);
      const { fsync, claims } = await inTurn(rounds, {
        fsync: () => serialFsyncs(directory, ms / 2),
        claims: () => lab.claimRate(ms / 2),
      });
      const perFsync = median(claims) / median(fsync);
      first ??= perFsync;
      figures.push(figure(size, median(claims), perFsync, first));
    }
    await lab.close();
    return figures;
  },
};

function figure(size: number, claims: number, perFsync: number, first: number): Figure {
  const name = `claims in process with ${size.toLocaleString('en-US')} events in the store: ${Math.round(claims)}/s`;
  const against = { name: 'the empty store', value: first };
  return { name, value: perFsync, unit: '× fsync', against, aim: { of: 'ratio', is: '≥', than: 0.85 } };
}
