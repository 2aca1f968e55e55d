import { WorkerFolder } from '#platform/profiles/embedded/worker-folder';
import { join } from 'node:path';
import { folderThread } from './from-source';

/** A folding thread of the toy business, from source; with a history index where its file is named. */
export function workerFolder(directory: string, history?: string): WorkerFolder {
  const registryModule = join(__dirname, 'toy-registry.ts');
  return new WorkerFolder({ directory, registryModule, ...folderThread, ...(history !== undefined && { history }) });
}
