import { MemorySecurityLog } from '#platform/security-log/memory/memory-security-log';
import type { SecurityLog } from '#platform/security-log/port/security-log';
import { SqliteSecurityLog } from '#platform/security-log/sqlite/sqlite-security-log';
import { join } from 'node:path';

/** The security log of a data folder: `security.db`, which no rebuild makes again. */
export const openSecurityLog = (directory: string): SecurityLog =>
  SqliteSecurityLog.open(join(directory, 'security.db'));

/** One that ends with the process, for a server that serves nobody. */
export const forgetfulSecurityLog = (): SecurityLog => new MemorySecurityLog();
