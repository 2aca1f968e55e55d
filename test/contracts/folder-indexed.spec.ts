import { openSqliteReader } from '#platform/event-store/sqlite/open-reader';
import { indexedFolder } from '../support/indexed-folder';
import { registry } from '../support/toy-registry';
import { folderContract } from './folder.contract';

folderContract('with a history index', (directory) => indexedFolder(openSqliteReader(directory), registry));
