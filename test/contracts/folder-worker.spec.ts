import { historyFileIn } from '#platform/profiles/embedded/open-views';
import { workerFolder } from '../support/worker-folder';
import { folderContract } from './folder.contract';

folderContract('on a thread', (directory) => workerFolder(directory));
folderContract('on a thread with a history index', (directory) => workerFolder(directory, historyFileIn(directory)));
