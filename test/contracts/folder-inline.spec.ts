import { inlineFolder } from '../support/inline-folder';
import { registry } from '../support/toy-registry';
import { folderContract } from './folder.contract';

folderContract('on this thread', (_, store) => inlineFolder(store, registry));
