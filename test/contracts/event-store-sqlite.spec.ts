import type { DriverName, OpenDatabase } from '#platform/event-store/sqlite/driver';
import { availableDrivers, openDatabase } from '#platform/event-store/sqlite/driver';
import { openSqliteEventStore } from '#platform/event-store/sqlite/sqlite-event-store';
import { temporaryFolder } from '../support/temporary-folder';
import { eventStoreContract } from './event-store.contract';

const drivers: readonly DriverName[] = ['better-sqlite3', 'node:sqlite'];

for (const driver of drivers) {
  if (!availableDrivers().includes(driver)) {
    it.skip(`event store: sqlite by ${driver}, which this machine does not have`, () => undefined);
    continue;
  }
  const open: OpenDatabase = (path, options) => openDatabase(path, { ...options, driver });
  eventStoreContract(`sqlite by ${driver}`, async () => {
    const folder = temporaryFolder();
    let store = await openSqliteEventStore({ directory: folder.path, open });
    return {
      store,
      reopen: async () => {
        await store.close();
        return (store = await openSqliteEventStore({ directory: folder.path, open }));
      },
      dispose: () => store.close().finally(folder.remove),
    };
  });
}
