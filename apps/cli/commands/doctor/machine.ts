import { sqliteHere } from '#platform/profiles/embedded/sqlite-check';
import { createServer } from 'node:net';
import type { Check } from './check';
import { ok, warning, wrong } from './check';

const RECOMMENDED = 24;
const FLOOR = [20, 19] as const;

/** Node: 20.19 is the floor, 24 is recommended. */
export function checkNode(version: string): Check {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < FLOOR[0] || (major === FLOOR[0] && minor < FLOOR[1])) {
    return wrong(
      'Node',
      `${version} is too old: ${FLOOR.join('.')} is the oldest that works, ${RECOMMENDED} is recommended.`,
    );
  }
  if (major < RECOMMENDED) return warning('Node', `${version} works; ${RECOMMENDED} is recommended.`);
  return ok('Node', version);
}

export function checkSqlite(): Check {
  const { drivers, version } = sqliteHere();
  return ok('SQLite', `${version} by ${drivers.join('; also there: ')}`);
}

/** The port is free, or taken by the server of this data folder, which is as it should be. */
export async function checkPort(host: string, port: number, isServing: boolean): Promise<Check> {
  const taken = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
    const probe = createServer();
    probe.once('error', resolve);
    probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  });
  const place = `${host}:${port}`;
  if (taken === undefined) return ok('port', `${place} is free`);
  if (taken.code !== 'EADDRINUSE') return wrong('port', `${place} cannot be listened on: ${taken.message}`);
  if (isServing) return ok('port', `${place} is in use while the server runs`);
  return wrong('port', `${place} is taken by another program; stop it or set PORT.`);
}
