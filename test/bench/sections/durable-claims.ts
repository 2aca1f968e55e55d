import { START } from '#platform/event-store/port/event-store';
import { canonicalEvent } from '#platform/event-store/port/stored-event';
import { join } from 'node:path';
import { BareLog, serialFsyncs } from '../measure/disk';
import { inTurn, median } from '../measure/rounds';
import { Lab } from '../server/lab';
import { IN_FLIGHT } from '../setting';
import type { Section } from './section';

/** Claims in process, against what the disk does on its own. */
export const durableClaims: Section = {
  name: 'claims',
  async run({ directory, ms, rounds }) {
    const lab = await Lab.open(join(directory, 'claims'));
    await lab.claimRate(ms);
    const line = await lineOf(lab);
    const bareLog = new BareLog(directory);
    const rates = await inTurn(rounds, {
      fsync: () => serialFsyncs(directory, ms),
      bare: () => bareLog.rate(ms, IN_FLIGHT, line),
      claims: () => lab.claimRate(ms),
    });
    bareLog.close();
    await lab.close();
    const [fsync, bare, claims] = [median(rates.fsync), median(rates.bare), median(rates.claims)];
    const serial = { name: 'serial fsync', value: fsync };
    const group = { name: 'bare log', value: bare };
    return [
      { name: 'disk: 4 KiB and an fsync, one at a time', value: fsync, unit: '/s' },
      { name: `disk: bare group-commit log, ${IN_FLIGHT} in flight`, value: bare, unit: '/s', against: serial },
      {
        name: `durable claims in process, ${IN_FLIGHT} in flight, one ledger`,
        value: claims,
        unit: '/s',
        against: serial,
        aim: { of: 'ratio', is: '≥', than: 4 },
      },
      { name: 'the same', value: claims, unit: '/s', against: group },
    ];
  },
};

/** The bytes of one claim as the log keeps them. */
async function lineOf({ store }: Lab): Promise<string> {
  const { sequence, ...head } = await store.head();
  for await (const { event } of store.readAll({ ...head, sequence: sequence - 1, cursor: String(sequence - 1) })) {
    return canonicalEvent(event);
  }
  throw new Error(`nothing after ${START.sequence}`);
}
