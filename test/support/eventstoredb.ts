import type { EventStoreDbOptions } from '#platform/event-store/eventstoredb/eventstoredb-event-store';
import { openEventStoreDb } from '#platform/event-store/eventstoredb/eventstoredb-event-store';
import type { StoreUnderTest } from '../contracts/event-store.contract';
import { countedIndex } from './counted-index';
import { FreshLog } from './fresh-log';
import { aloneWith } from './server-turn';

/** The server that specs may write to, if there is one. */
export const serverUrl = process.env['TEST_EVENTSTORE_URL'] ?? '';

/** `describe`, or a skipped one whose name says what is missing. */
export const withServer = (name: string, specs: (url: string) => void): void => {
  if (serverUrl === '') it.skip(`${name}: needs TEST_EVENTSTORE_URL, which is not set`, () => undefined);
  else {
    aloneWith(serverUrl);
    specs(serverUrl);
  }
};

export const openServer = async (more: Partial<EventStoreDbOptions> = {}) => {
  const { url = serverUrl, index = await countedIndex(url) } = more;
  return openEventStoreDb({ onFatal: (why) => console.error(why), ...more, url, index });
};

/** The server's log as a new and empty one: what is on it already is left out, and stream names are this test's own. */
export async function freshServerLog(): Promise<StoreUnderTest & { readonly store: FreshLog }> {
  let store = await FreshLog.over(await openServer());
  return {
    store,
    reopen: async () => {
      await store.close();
      return (store = store.onto(await openServer()));
    },
    dispose: () => store.close(),
  };
}

/** Opens one new log on the server, and the same one again when it is called again. */
export function oneServerLog(): () => Promise<FreshLog> {
  let first: FreshLog | undefined;
  return async () => {
    const server = await openServer();
    return first === undefined ? (first = await FreshLog.over(server)) : first.onto(server);
  };
}
