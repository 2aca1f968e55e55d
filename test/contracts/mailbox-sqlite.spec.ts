import { openSqliteEventStore } from '#platform/event-store/sqlite/sqlite-event-store';
import { temporaryFolder } from '../support/temporary-folder';
import { mailboxContract } from './mailbox.contract';

mailboxContract('SQLite', async () => {
  const folder = temporaryFolder();
  const store = await openSqliteEventStore({ directory: folder.path });
  return { store, dispose: () => store.close().finally(folder.remove) };
});
