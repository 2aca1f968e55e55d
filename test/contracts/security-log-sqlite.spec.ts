import { instant } from '#kernel/time/instant';
import { SqliteSecurityLog } from '#platform/security-log/sqlite/sqlite-security-log';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../support/temporary-folder';
import { securityLogContract } from './security-log.contract';

const folder = temporaryFolder();
afterAll(() => folder.remove());

let files = 0;
const open = (name = `security-${(files += 1)}.db`) => SqliteSecurityLog.open(join(folder.path, name));
securityLogContract('sqlite', () => open());

it('is readable by its owner alone', async () => {
  await open('own.db').close();
  expect(statSync(join(folder.path, 'own.db')).mode & 0o777).toBe(0o600);
});

it('goes on numbering where an earlier process ended', async () => {
  const at = instant('2026-08-04T12:00:00.000Z');
  const about = { at, kind: 'denial', person: null, method: 'GET', path: '/', status: 401, requestId: 'r' } as const;
  for (const what of ['FIRST', 'SECOND']) {
    const log = open('kept.db');
    log.note({ ...about, what, from: '::1' });
    await log.close();
  }
  const log = open('kept.db');
  expect((await log.find({ after: -1, limit: 9 })).map(({ number, what }) => [number, what])).toEqual([
    [0, 'FIRST'],
    [1, 'SECOND'],
  ]);
  await log.close();
});
