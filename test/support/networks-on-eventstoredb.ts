import type { ANetworkOptions } from './a-network';
import { ANetwork } from './a-network';
import { oneServerLog } from './eventstoredb';
import type { ServedOptions } from './served';
import { Served } from './served';

/**
 * Makes every network that this file's specs open stand on the server, each on a new log of its own: specs that are
 * loaded after it run once more, and must not notice.
 */
export function standOnTheServer(): void {
  const [found, open] = [Served.found.bind(Served), ANetwork.open.bind(ANetwork)];
  Served.found = (options?: ServedOptions) => found({ log: oneServerLog(), ...options });
  ANetwork.open = (options?: ANetworkOptions) => open({ log: oneServerLog(), ...options });
}
