import type { Config } from '#platform/config/read-config';
import { ConfigInvalid, readConfig } from '#platform/config/read-config';
import { UsageError } from './exit';
import type { Io } from './io';

/** The settings of a run. Throws `UsageError` with every fault at once. */
export function settingsIn({ env }: Pick<Io, 'env'>): Config {
  try {
    return readConfig(env);
  } catch (error) {
    throw error instanceof ConfigInvalid ? new UsageError(error.message) : error;
  }
}
