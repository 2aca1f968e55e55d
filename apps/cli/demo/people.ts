import type { PersonId } from '#kernel/ids/entity-id';
import type { NetworkRole } from '#kernel/roles/roles';
import { personIdOf } from './simulation/names';

/** The network's own people beside its administrators, by role; their handles are those of the sign-in page. */
export const NETWORK_PEOPLE: readonly (readonly [role: NetworkRole, handles: readonly string[]])[] = [
  ['program-staff', ['program-1', 'program-2', 'program-3']],
  ['grant-reviewer', ['reviewer-1', 'reviewer-2', 'reviewer-3', 'reviewer-4']],
  ['finance', ['finance-1', 'finance-2', 'finance-3']],
  ['auditor', ['auditor-1']],
];

export type ProgramHandle = 'program-1' | 'program-2' | 'program-3';

export interface Who {
  readonly by: PersonId;
  readonly role: string;
}

export const admin = (handle: 'admin-1' | 'admin-2'): Who => ({ by: personIdOf(handle), role: 'admin' });
export const program = (handle: ProgramHandle): Who => ({ by: personIdOf(handle), role: 'program-staff' });

/** A partner's first or second staff member. */
export const staffHandle = (slug: string, n: 1 | 2): string => `${slug}-staff-${n}`;
export const championHandle = (slug: string): string => `${slug}-champion-1`;
export const finance = (handle: 'finance-1' | 'finance-2' | 'finance-3'): Who => ({
  by: personIdOf(handle),
  role: 'finance',
});
export const reviewer = (n: 1 | 2 | 3 | 4): Who => ({ by: personIdOf(`reviewer-${n}`), role: 'grant-reviewer' });
export const champion = (slug: string): Who => ({ by: personIdOf(championHandle(slug)), role: 'champion' });
export const staff = (slug: string, n: 1 | 2): Who => ({ by: personIdOf(staffHandle(slug, n)), role: 'partner-staff' });
