import type { Subject } from '#contexts/access/policy/who-may';
import { can } from '#contexts/access/policy/who-may';
import type { KindName } from '#contexts/imports/kinds/kind';
import { KINDS } from '#contexts/imports/kinds/kinds';

/** The roles of which one is needed to import such files; undefined for somebody who may issue a command of their rows. */
export function lackingRoles(subject: Subject, kind: KindName): string | undefined {
  const permissions = KINDS[kind].commands.map((command) => can(subject, command));
  if (permissions.some(({ allowed }) => allowed)) return undefined;
  return [...new Set(permissions.flatMap((one) => (one.allowed ? [] : one.needs)))].join(' or ');
}
