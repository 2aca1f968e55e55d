import type { LeafFile } from '#platform/audit/tree/leaf-file';
import { followTree } from '#platform/audit/tree/follow-tree';
import type { Config } from '#platform/config/read-config';
import type { Checkpoint } from '#platform/event-store/port/event-store';
import { openNetwork } from '#platform/profiles/open-network';
import { placeOf } from '#platform/profiles/place';
// An app imports no other, but for this line: starting the server is what this command is for.
import { serve } from '../../../api/main';
import { EXIT } from '../../shell/exit';

/** Longer than the server's own patience with what is in hand; then the supervisor has to know that it hung. */
const END_MS = 10_000;

export interface Serving {
  readonly config: Config;
  /** The leaf hashes up to `after`, to be kept in step; undefined where they cannot be written. */
  readonly leaves: LeafFile | undefined;
  readonly after: Checkpoint;
  /** Told when leaf hashes can no longer be written. */
  readonly onTrouble: (error: unknown) => void;
}

/** Opens the network and serves it; resolves with its address once it takes requests. Ends with the process. */
export async function openAndServe({ config, leaves, after, onTrouble }: Serving): Promise<string> {
  const network = await openNetwork(placeOf(config));
  const unfollow = leaves === undefined ? undefined : followTree(network.store, leaves, { after, onTrouble });
  const close = async (): Promise<void> => {
    await unfollow?.();
    leaves?.close();
    await network.close();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void setTimeout(() => process.exit(EXIT.couldNotRun), END_MS).unref());
  }
  try {
    const { url } = await serve({ ...network, close }, config);
    return url;
  } catch (error) {
    await close();
    throw error;
  }
}
