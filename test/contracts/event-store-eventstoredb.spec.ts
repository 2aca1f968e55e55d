import { freshServerLog, withServer } from '../support/eventstoredb';
import { eventStoreContract } from './event-store.contract';

jest.setTimeout(60_000);
withServer('event store: EventStoreDB', () => eventStoreContract('EventStoreDB', freshServerLog));
