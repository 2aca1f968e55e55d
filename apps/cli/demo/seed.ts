import type { PlainDate } from '#kernel/time/plain-date';
import { logFileIn } from '#platform/profiles/embedded/open-log';
import type { Network } from '#platform/profiles/network';
import type { NetworkOptions } from '#platform/profiles/open-network';
import { openNetwork } from '#platform/profiles/open-network';
import type { Place } from '#platform/profiles/place';
import { registry } from '#platform/profiles/registry';
import { SystemClock } from '#platform/runtime/clock';
import { existsSync } from 'node:fs';
import { fill } from './fill';
import { found } from './found';
import type { Demo, SeedMark } from './seed-mark';
import { readSeedMark, writeSeedMark } from './seed-mark';
import { SimulatedClock } from './simulation/simulated-clock';
import type { Tally } from './tally';
import { tallyOf } from './tally';

export interface SeedOptions {
  readonly demo: Demo;
  /** The history ends with the midnight before this day, where the program is. */
  readonly now: PlainDate;
  readonly onStep?: (done: number, all: number) => void;
}

/** An empty store was filled, an earlier run brought to its end, or nothing done because the store has its content. */
export type Seeded =
  | { readonly what: 'seeded' | 'resumed'; readonly demo: Demo; readonly now: PlainDate; readonly tally: Tally }
  | { readonly what: 'untouched'; readonly mark: SeedMark | undefined };

/**
 * Fills an empty store. One whose seeding was ended early is brought to the end that was meant then, whatever is asked
 * for now; any other is left as it is. Has the folder for itself while it works, and lets go of it.
 */
export async function seed(
  place: Place,
  asked: SeedOptions,
  options: Omit<NetworkOptions, 'clock' | 'reactions' | 'delay'> = {},
): Promise<Seeded> {
  const { directory } = place;
  const mark = readSeedMark(directory);
  if (mark?.isFinished === true && hasLog(place)) return { what: 'untouched', mark };
  const unfinished = mark?.isFinished === false ? mark : undefined;
  const { demo, now } = unfinished ?? asked;
  const gate = new Gate();
  const simulated = new SimulatedClock();
  // A real network is founded now; a story has its own time.
  const clock = demo === 'none' ? new SystemClock() : simulated;
  // Views that follow every append cost as much as the appends; at the end they are folded in one go.
  const network = await openNetwork(place, { ...options, clock, delay: () => gate.opened, reactions: 'manual' });
  try {
    const isEmpty = (await network.store.head()).sequence < 0;
    if (!isEmpty && unfinished === undefined) return { what: 'untouched', mark };
    writeSeedMark(directory, { demo, now, isFinished: false });
    if (demo === 'none') await found(network);
    else await fill(network, simulated, { demo, now, onStep: asked.onStep });
    writeSeedMark(directory, { demo, now, isFinished: true });
    gate.open();
    await viewsCaughtUp(network);
    return { what: isEmpty ? 'seeded' : 'resumed', demo, now, tally: await tallyOf(network.store) };
  } finally {
    gate.open();
    await network.close();
  }
}

/** A cluster's log is there, or the network does not open. */
const hasLog = ({ directory, eventStoreUrl }: Place): boolean =>
  eventStoreUrl !== undefined || existsSync(logFileIn(directory));

async function viewsCaughtUp({ projections, store }: Network): Promise<void> {
  const views = registry.views.map(({ view }) => view);
  await projections.waitFor(views, (await store.head()).sequence, Number.POSITIVE_INFINITY);
}

/** Nobody passes until it is opened. */
class Gate {
  open: () => void = () => undefined;
  readonly opened = new Promise<void>((resolve) => {
    this.open = resolve;
  });
}
