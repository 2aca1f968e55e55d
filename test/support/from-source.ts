import { join } from 'node:path';

/** Flags that let Node run the sources as they are, in a thread or a process of its own. */
export const FROM_SOURCE = ['--conditions=source', '--require', join(__dirname, 'register-ts.cjs')];

const libs = join(__dirname, '../../libs/platform');

/** The folding thread and the writing thread, from source. */
export const folderThread = { script: join(libs, 'profiles/embedded/fold-worker.ts'), execArgv: FROM_SOURCE };
export const writerThread = { script: join(libs, 'event-store/sqlite/writer-worker.ts'), execArgv: FROM_SOURCE };
