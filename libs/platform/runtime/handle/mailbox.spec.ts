import { MemoryEventStore } from '#platform/event-store/memory/memory-event-store';
import { mailboxContract } from '../../../../test/contracts/mailbox.contract';

mailboxContract('memory', async () => {
  const store = new MemoryEventStore();
  return { store, dispose: () => store.close() };
});
