import type { DriverName, OpenDatabase } from '#platform/event-store/sqlite/driver';
import { availableDrivers, openDatabase } from '#platform/event-store/sqlite/driver';
import type { SqliteEventStoreOptions } from '#platform/event-store/sqlite/sqlite-event-store';
import { openSqliteEventStore } from '#platform/event-store/sqlite/sqlite-event-store';
import { writerThread } from '../support/from-source';
import { temporaryFolder } from '../support/temporary-folder';
import { eventStoreContract } from './event-store.contract';

const drivers: readonly DriverName[] = ['better-sqlite3', 'node:sqlite'];

const contract = (name: string, how: Omit<SqliteEventStoreOptions, 'directory'>): void =>
  eventStoreContract(name, async () => {
    const folder = temporaryFolder();
    const options = { directory: folder.path, ...how };
    let store = await openSqliteEventStore(options);
    return {
      store,
      reopen: async () => {
        await store.close();
        return (store = await openSqliteEventStore(options));
      },
      dispose: () => store.close().finally(folder.remove),
    };
  });

for (const driver of drivers) {
  if (!availableDrivers().includes(driver)) {
    it.skip(`event store: sqlite by ${driver}, which this machine does not have`, () => undefined);
    continue;
  }
  const open: OpenDatabase = (path, options) => openDatabase(path, { ...options, driver });
  contract(`sqlite by ${driver}`, { open });
}

contract('sqlite, written by a thread', { thread: writerThread });
