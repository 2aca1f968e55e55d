import { WorkerFolder } from '#platform/profiles/embedded/worker-folder';
import { join } from 'node:path';

/** A folding thread of the toy business, from source; with a history index where its file is named. */
export function workerFolder(directory: string, history?: string): WorkerFolder {
  return new WorkerFolder({
    directory,
    registryModule: join(__dirname, 'toy-registry.ts'),
    script: join(__dirname, '../../libs/platform/profiles/embedded/fold-worker.ts'),
    execArgv: ['--conditions=source', '--require', join(__dirname, 'register-swc.cjs')],
    ...(history !== undefined && { history }),
  });
}
