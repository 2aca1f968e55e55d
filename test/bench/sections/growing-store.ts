import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { serialFsyncs } from '../measure/disk';
import { inTurn, median } from '../measure/rounds';
import type { Figure } from '../report/figure';
import { Lab } from '../server/lab';
import type { Setting } from '../setting';
import type { Section } from './section';

/** Where the large store lies; later sections read it. */
export const historyIn = ({ directory }: Setting): string => join(directory, 'history');

/**
 * The claim rate while the store grows; each size is held against the disk of the same minute. Measured on a copy, because
 * what is claimed meanwhile would be most of a history of whole lives.
 */
export const growingStore: Section = {
  name: 'growth',
  async run(setting) {
    const figures: Figure[] = [];
    let first: number | undefined;
    for (const size of [0, setting.events / 4, setting.events / 2, setting.events]) {
      setting.say(`  filling to ${size} events …`);
      const lab = await Lab.open(historyIn(setting));
      await lab.fill(size);
      await lab.close();
      const { perFsync, claims } = await rateOfACopy(setting);
      first ??= perFsync;
      figures.push(figure(size, claims, perFsync, first));
    }
    return figures;
  },
};

async function rateOfACopy(setting: Setting): Promise<{ readonly claims: number; readonly perFsync: number }> {
  const { directory, ms, rounds } = setting;
  const copy = join(directory, 'grown');
  cpSync(historyIn(setting), copy, { recursive: true });
  const lab = await Lab.open(copy);
  const measured = await inTurn(rounds, {
    fsync: () => serialFsyncs(directory, ms / 2),
    claims: () => lab.claimRate(ms / 2),
  });
  await lab.close();
  rmSync(copy, { recursive: true });
  const claims = median(measured.claims);
  return { claims, perFsync: claims / median(measured.fsync) };
}

function figure(size: number, claims: number, perFsync: number, first: number): Figure {
  const name = `claims in process with ${size.toLocaleString('en-US')} events in the store: ${Math.round(claims)}/s`;
  const against = { name: 'the empty store', value: first };
  return { name, value: perFsync, unit: '× fsync', against, aim: { of: 'ratio', is: '≥', than: 0.85 } };
}
