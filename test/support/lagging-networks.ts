import { setTimeout } from 'node:timers/promises';
import { Random } from '../../apps/cli/demo/simulation/random';
import type { ANetworkOptions } from './a-network';
import { ANetwork } from './a-network';
import type { ServedOptions } from './served';
import { Served } from './served';

/** Pauses before batches of views: mostly none, often short, now and then longer than a POST waits for its views. */
export function lag(seed: string, { longestMs = 700 } = {}): () => Promise<void> {
  const random = new Random(seed);
  return async () => {
    const ms = random.weighted([
      [0, 50],
      [random.int(1, 30), 45],
      [random.int(30, longestMs), 5],
    ]);
    if (ms > 0) await setTimeout(ms);
  };
}

/**
 * Importing this makes the views of every network that this file's specs open lag at random, unless a spec says itself
 * how they lag: specs that are imported after it run once more, and must not notice (G10).
 */
const open = ANetwork.open.bind(ANetwork);
ANetwork.open = (options?: ANetworkOptions) => open({ delay: lag('reads', { longestMs: 60 }), ...options });
const found = Served.found.bind(Served);
Served.found = (options?: ServedOptions) => found({ delay: lag('e2e', { longestMs: 60 }), ...options });
