import type { RecordedEvent } from '@eventstore/db-client';

type Members = Readonly<Record<string, unknown>>;

const EVERYBODY = '$all';
const ADMINS = '$admins';

/** A right on our streams, what it lets its holder do, and whether the program's own user should have it. */
const RIGHTS = [
  { right: '$w', does: 'write', isPrograms: true },
  { right: '$d', does: 'delete', isPrograms: false },
  { right: '$mw', does: 'limit', isPrograms: false },
] as const;

/**
 * Who may do what to the log, by what the server's own streams say in `$all`: whoever may read that sees them too, so this
 * needs no right that the program should not have. Complete when the log was counted from its first event.
 */
export class AccessRights {
  private settings: Members = {};
  private readersOfAll: readonly string[] = [ADMINS];
  private readonly special = new Set<string>();

  look({ streamId, type, data }: Pick<RecordedEvent, 'streamId' | 'type' | 'data'>): void {
    if (!streamId.startsWith('$') || !isMembers(data)) return;
    if (streamId === '$settings') this.settings = data;
    else if (type === '$metadata') this.lookAtStream(streamId.slice('$$'.length), data['$acl']);
  }

  /** What is not as docs/operating/eventstoredb.md has it, for a program that signs in as `user`. */
  concerns(user: string): readonly string[] {
    return [...this.aboutOurStreams(user), ...this.aboutItsOwn(), ...this.aboutAll(user), ...this.aboutSingleStreams()];
  }

  private lookAtStream(stream: string, acl: unknown): void {
    if (stream === EVERYBODY) this.readersOfAll = rolesIn(acl, '$r', ADMINS);
    else if (!stream.startsWith('$') && isMembers(acl)) this.special.add(stream);
    else this.special.delete(stream);
  }

  private aboutOurStreams(user: string): string[] {
    const acl = this.settings['$userStreamAcl'];
    if (!isMembers(acl))
      return ['$settings has no $userStreamAcl: everybody may read, write, delete and limit streams'];
    const reads = rolesIn(acl, '$r', EVERYBODY).includes(EVERYBODY)
      ? ['$settings lets everybody read our streams']
      : [];
    const changes = RIGHTS.flatMap(({ right, does, isPrograms }) =>
      rolesIn(acl, right, EVERYBODY)
        .filter((role) => role !== ADMINS && !(isPrograms && role === user))
        .map((role) => `$settings lets ${named(role)} ${does} our streams`),
    );
    return [...reads, ...changes];
  }

  private aboutItsOwn(): string[] {
    const acl = this.settings['$systemStreamAcl'];
    const rights = ['$r', ...RIGHTS.map(({ right }) => right)];
    const others = rights.flatMap((right) => rolesIn(acl, right, ADMINS)).filter((role) => role !== ADMINS);
    return [...new Set(others)].map((role) => `$settings gives ${named(role)} a right to the server’s own streams`);
  }

  private aboutAll(user: string): string[] {
    if (this.readersOfAll.includes(EVERYBODY)) return ['the metadata of $all lets everybody read the log'];
    if (this.readersOfAll.includes(user)) return [];
    return [`${user} reads $all by a group: name the user in the metadata of $all, and take it out of every group`];
  }

  private aboutSingleStreams(): string[] {
    return [...this.special].map((stream) => `stream ${stream} has an $acl of its own, which goes before $settings`);
  }
}

/** One role or several; the server's own default where none is named. */
function rolesIn(acl: unknown, right: string, byDefault: string): readonly string[] {
  const roles = isMembers(acl) ? acl[right] : undefined;
  return roles === undefined ? [byDefault] : [roles].flat().map(String);
}

const named = (role: string): string => (role === EVERYBODY ? 'everybody' : role);

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !(value instanceof Uint8Array);
