import { freshServerLog, withServer } from '../support/eventstoredb';
import { mailboxContract } from './mailbox.contract';

jest.setTimeout(60_000);
withServer('mailbox on EventStoreDB', () => mailboxContract('EventStoreDB', freshServerLog));
