import type { NewEvent } from '#kernel/decider/event';
import type { Config } from '#platform/config/read-config';
import type { Network as ProfileNetwork } from '#platform/profiles/network';
import { registry } from '#platform/profiles/registry';
import type { AnyView } from '#platform/view-store/port/view';
import pino from 'pino';
import { LiveDirectory } from './auth/live-directory';
import type { Network } from './network';
import { Waiter } from './network';
import { makeLogger } from './ops/logging';
import { cursorKeyIn } from './reads/query/cursor-key';
import { thingsIn } from './reads/entity/things';
import { ENTITIES, ReadsModule } from './reads/reads.module';
import { saltKeyIn } from './sealed';
import type { RunningServer } from './run-server';
import { runServer } from './run-server';

const STDERR = 2;
const LINES_AT_ONCE_BYTES = 4_096;

/**
 * Serves a profile's network by the settings until SIGTERM or SIGINT, then drains, closes the network and exits 0.
 * The log of requests goes to standard error: standard output belongs to whoever starts the server.
 */
export async function serve(network: ProfileNetwork, config: Config): Promise<RunningServer> {
  const reads = ReadsModule.over(network, { cursorKey: cursorKeyIn(config.DATA_DIR) });
  const log = makeLogger('info', pino.destination({ dest: STDERR, sync: false, minLength: LINES_AT_ONCE_BYTES }));
  const salted = { ...networkOf(network), saltKey: saltKeyIn(config.DATA_DIR) };
  const running = await runServer(salted, config, { modules: [reads], log });
  network.asOf.start();
  return running;
}

/** What commands over HTTP need besides what a profile gives: who is who, and how long the views take. */
export function networkOf(network: ProfileNetwork): Network {
  const { deciders } = registry;
  const [directory, waiter] = [new LiveDirectory(network), new ViewWaiter(network.projections)];
  return { ...network, deciders, directory, waiter, isThere: thingsIn(network.views, ENTITIES) };
}

class ViewWaiter extends Waiter {
  private readonly fed = viewsByType();

  constructor(private readonly projections: ProfileNetwork['projections']) {
    super();
  }

  reached(events: readonly NewEvent[], sequence: number, timeoutMs: number): Promise<boolean> {
    const views = new Set(events.flatMap(({ type }) => this.fed.get(type) ?? []));
    return this.projections.waitFor([...views], sequence, timeoutMs);
  }
}

/** The views that an event of a type may touch. */
function viewsByType(): ReadonlyMap<string, readonly AnyView[]> {
  const fed = new Map<string, AnyView[]>();
  for (const { view, projection } of registry.views) {
    for (const { type } of projection.types) fed.set(type, [...(fed.get(type) ?? []), view]);
  }
  return fed;
}
