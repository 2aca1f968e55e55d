import type { EmbeddedOptions } from '#platform/profiles/embedded/open-embedded';
import type { Network } from '#platform/profiles/network';
import type { Place } from '#platform/profiles/place';

/** What a network may be opened with, wherever it lies. */
export type NetworkOptions = Omit<EmbeddedOptions, 'directory'>;

/**
 * The network in its place, and only that profile's engines loaded. Rejects with `WriterLockHeld` when another process has
 * the data folder, and when the log of a cluster cannot be reached within a minute.
 */
export async function openNetwork({ directory, eventStoreUrl }: Place, options: NetworkOptions = {}): Promise<Network> {
  if (eventStoreUrl === undefined) {
    const { openEmbedded } = await import('#platform/profiles/embedded/open-embedded');
    return openEmbedded({ directory, ...options });
  }
  const { openCluster } = await import('#platform/profiles/cluster/open-cluster');
  const { folder: _folder, ...rest } = options;
  return openCluster({ directory, eventStoreUrl, ...rest });
}
