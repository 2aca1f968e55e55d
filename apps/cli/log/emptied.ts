import type { Place } from '#platform/profiles/place';
import { existsSync } from 'node:fs';
import { logOf, storedLeaves, whereIn } from './the-log';

/** How many events the log of a network has; 0 where there is no log. */
export async function eventsIn(place: Place): Promise<number> {
  if (place.eventStoreUrl === undefined && !existsSync(whereIn(place.directory).path)) return 0;
  const { reader } = await logOf(place);
  const { sequence } = await reader.head();
  await reader.close();
  return sequence + 1;
}

/**
 * How many events an empty log once had, by the leaf hashes left beside it. Asked before an empty store is filled:
 * filling it would cover up that it was emptied.
 */
export function eventsLost(directory: string): number {
  const leaves = storedLeaves(whereIn(directory).leafPath);
  const size = leaves?.size ?? 0;
  leaves?.close();
  return size;
}

/** What to say of it. */
export const emptiedNews = (directory: string, lost: number): string =>
  `The log in ${directory} is empty, but there are leaf hashes of ${lost} events: it was emptied or taken away. ` +
  'Restore it; or, to begin anew, use another DATA_DIR or remove the whole folder.';
