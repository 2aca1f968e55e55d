import { MemoryViewStore } from '#platform/view-store/memory/memory-view-store';
import { viewStoreContract } from './view-store.contract';

viewStoreContract('memory', () => new MemoryViewStore());
