import { DrawSlate } from '#contexts/grants/commands/draw-slate';
import { digestOf } from '#kernel/codec/digest';
import type { Uuid } from '#kernel/ids/uuid';
import { Requested } from '#kernel/requested/requested';
import { InlineJobs } from '#platform/jobs/inline/inline-jobs';
import { MemoryEventStore } from '#platform/event-store/memory/memory-event-store';
import type { Network } from '#platform/profiles/network';
import { registry } from '#platform/profiles/registry';
import { runNetwork } from '#platform/profiles/run-network';
import { InlineFolder } from '#platform/runtime/as-of/folder';
import { SystemClock } from '#platform/runtime/clock';
import { MemoryViewStore } from '#platform/view-store/memory/memory-view-store';
import { randomUUID } from 'node:crypto';
import { MemoryBlobStore } from '../../support/demo-story';
import { issuerOf } from '../load/issue';
import { ROUND, shutRound } from '../load/one-round';
import { elapsedMs, median } from '../measure/rounds';
import type { Figure } from '../report/figure';
import type { Section } from './section';

const SIZES: readonly (readonly [proposals: number, mostMs: number])[] = [
  [60, 50],
  [2_000, 1_000],
];

/** How long a round takes to decide, in process: from the ledger's state to the whole slate with both its hashes. */
export const allocation: Section = {
  name: 'allocation',
  async run({ rounds, say }) {
    const figures: Figure[] = [];
    for (const [proposals, mostMs] of SIZES) {
      say(`  ${proposals} proposals …`);
      const network = await inMemory();
      await shutRound(issuerOf(network.commands), proposals);
      const times: number[] = [];
      for (let n = 0; n < rounds; n += 1) times.push(await elapsedMs(() => draw(network)));
      await network.close();
      const name = `allocation of ${proposals.toLocaleString('en-US')} × $5,000.00 in a round of $62,500.00`;
      figures.push({ name, value: median(times), unit: 'ms', aim: { of: 'value', is: '≤', than: mostMs } });
    }
    return figures;
  },
};

async function inMemory(): Promise<Network> {
  const store = new MemoryEventStore();
  return runNetwork({
    ...{ store, views: new MemoryViewStore(), blobs: new MemoryBlobStore(), jobs: new InlineJobs() },
    ...{
      folder: new InlineFolder(store, registry, () => new MemoryViewStore()),
      clock: new SystemClock(),
      reactions: 'manual',
    },
  });
}

/** As the dry run over HTTP does, which stores nothing: so it can be measured again. */
async function draw({ commands, clock }: Network): Promise<void> {
  const payload = { quarter: ROUND.quarter };
  const asked = Requested.in(Object.assign(new DrawSlate(), payload), {
    ...{ at: clock.now(), commandId: randomUUID() as Uuid, actor: 'service:bench', principal: 'service:bench' },
    ...{ role: 'program-staff', authentication: { issuer: 'urn:rpn:bench', method: 'simulation' } },
    ...{ correlationId: 'bench', bodyHash: digestOf(payload), dryRun: true },
  });
  const outcome = await commands.handle('DrawSlate', asked);
  if (outcome.kind !== 'would' || outcome.refused) throw new Error(JSON.stringify(outcome));
}
