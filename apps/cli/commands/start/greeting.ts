import type { Directory } from '#contexts/access/facts/directory';
import type { Hash } from '#platform/audit/tree/hash';
import type { Config } from '#platform/config/read-config';
import { placeOf } from '#platform/profiles/place';
import { readSeedMark } from '../../demo/seed-mark';
import { readDirectory } from '../../log/read-directory';
import { logOf } from '../../log/the-log';
import type { Task } from '../../shell/task';

export interface Serving {
  readonly config: Config;
  readonly url: string;
  /** Where the log lies. */
  readonly path: string;
  /** Of the log, as it was verified. */
  readonly size: number;
  readonly root: Hash;
}

/** Says where it serves, on which log, and who can sign in. */
export async function greeting(task: Task, { config, url, path, size, root }: Serving): Promise<void> {
  const { reader } = await logOf(placeOf(config));
  const directory = await readDirectory(reader);
  await reader.close();
  const isDemo = (readSeedMark(config.DATA_DIR)?.demo ?? 'none') !== 'none';
  const signIns = isDemo ? staffHandles(directory) : [];
  const lines = [
    `Serving  ${url}  (its description: ${url}/docs)`,
    `Log      ${path}: ${size} events, verified, root ${root.toString('hex')}`,
    ...(config.AUTH_MODE === 'local'
      ? ['Sign in  npx rpn token --as HANDLE']
      : [`Sign in  by ${config.OIDC_ISSUER ?? ''}`]),
    ...(isDemo ? [`         ${signIns.join(' ')}`, `         ${partnerWords(directory)}`] : []),
  ];
  task.out.result(lines.join('\n'), { url, log: path, size, root: root.toString('hex'), verified: true, signIns });
}

function staffHandles({ people }: Directory): readonly string[] {
  return [...people.values()].flatMap(({ handle, roles }) => (roles.size > 0 && handle !== null ? [handle] : []));
}

function partnerWords({ bySlug }: Directory): string {
  const slug = bySlug.has('codeva') ? 'codeva' : (bySlug.keys().next().value ?? 'SLUG');
  return `and for each of the ${bySlug.size} partners, as ${slug}-staff-1 ${slug}-staff-2 ${slug}-champion-1`;
}
