import { SqliteViewStore } from '#platform/view-store/sqlite/sqlite-view-store';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { viewStoreContract } from './view-store.contract';

const folder = mkdtempSync(join(tmpdir(), 'views-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
viewStoreContract('sqlite', () => new SqliteViewStore(join(folder, `views-${(files += 1)}.db`)));
