import type { PlainDate } from '#kernel/time/plain-date';
import { addDays } from '#kernel/time/plain-date';
import type { Instant } from '#kernel/time/instant';
import type { Network } from '#platform/profiles/network';
import { fundingOf } from './history/grants/grants-years';
import { foundingOf, historySteps } from './seed-history';
import type { Demo } from './seed-mark';
import { networkSteps } from './seed-network';
import { atLocal, PROGRAM_ZONE } from './simulation/moments';
import { Simulation } from './simulation/simulation';
import type { SimulatedClock } from './simulation/simulated-clock';
import type { Step } from './simulation/step';
import type { DemoPartner } from './sources/partners';
import { DEMO_PARTNERS } from './sources/partners';

const MORNING = 9 * 3_600;
const EVENING = 18 * 3_600;
/** After the midnight with which a story ends, at which deadlines pass. */
const A_MOMENT = 2 * 60;

/** Which story is told. */
export interface Story {
  readonly demo: Exclude<Demo, 'none'>;
  readonly now: PlainDate;
  /** Fewer than all, for specs. */
  readonly partners?: readonly DemoPartner[];
  readonly onStep?: ((done: number, all: number) => void) | undefined;
}

/**
 * Tells a story to a network that runs on `clock` and whose reactions are manual. Told again to a store that holds the
 * beginning of it, it goes on from there and ends with the same log.
 */
export async function fill(network: Network, clock: SimulatedClock, story: Story): Promise<void> {
  const steps = stepsOf(story);
  const simulation = await Simulation.on(network, clock);
  await simulation.take(steps, (done) => story.onStep?.(done, steps.length));
  await simulation.passTo(atLocal(story.now, A_MOMENT, PROGRAM_ZONE));
}

function stepsOf(story: Story): readonly Step[] {
  const { demo, now, partners = DEMO_PARTNERS } = story;
  const network = networkSteps(partners, beginningOf(story));
  return [...network, ...(demo === 'full' ? historySteps(partners, now) : [fundedBefore(now)])];
}

/** This year's pool without any activity. */
function fundedBefore(now: PlainDate): Step {
  const { asks } = fundingOf(Number(now.slice(0, 4)));
  return { at: atLocal(addDays(now, -1), EVENING, PROGRAM_ZONE), asks };
}

function beginningOf({ demo, now }: Story): Instant {
  return atLocal(demo === 'full' ? foundingOf(now) : addDays(now, -1), MORNING, PROGRAM_ZONE);
}
