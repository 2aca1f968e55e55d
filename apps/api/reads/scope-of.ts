import type { Subject } from '#contexts/access/policy/who-may';
import { reads } from '#contexts/access/policy/who-may';
import type { PartnerId } from '#kernel/ids/entity-id';
import type { Scope } from '#platform/view-store/port/scope';
import { scopeOfAll, scopeOfPartner } from '#platform/view-store/port/scope';
import { ProblemError } from '../http/problems';

/**
 * Whose rows of a view a person may read, by the permission table: everything, or the own partners one by one. Never
 * empty; stops with 403 for a person without any (G22). Scopes of the app are made here alone (but for the policies, which are everybody’s).
 */
export function scopesOf(subject: Subject, view: string): readonly [Scope, ...Scope[]] {
  const reach = reads(subject, view);
  if (reach.reach === 'all') return [scopeOfAll];
  const [first, ...others] = reach.reach === 'partners' ? reach.partnerIds : [];
  if (first !== undefined)
    return [scopeOfPartner(first as PartnerId), ...others.map((id) => scopeOfPartner(id as PartnerId))];
  const needs = reach.reach === 'none' ? reach.needs.join(' or ') : '';
  throw new ProblemError('FORBIDDEN', `Reading ${view} needs the role ${needs}.`, { figures: { view, needs } });
}

/**
 * The scope of a list. Of a person with several partners it is the one that is filtered by (`slugOf` tells its slug), else
 * the first: a list shows one partner's rows or everybody's.
 */
export async function scopeOf(
  scopes: readonly [Scope, ...Scope[]],
  partner: string | undefined,
  slugOf: (scope: Scope, id: PartnerId) => Promise<string | undefined>,
): Promise<Scope> {
  if (partner === undefined || scopes.length === 1) return scopes[0];
  for (const scope of scopes) {
    if (scope.kind === 'all') return scope;
    if (scope.partnerId === partner || (await slugOf(scope, scope.partnerId)) === partner) return scope;
  }
  return scopes[0];
}
