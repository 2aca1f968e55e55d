import type { Subject } from '#contexts/access/policy/who-may';
import { VIEWS } from '#contexts/access/policy/permissions';
import type { ProposalReader } from '#contexts/grants/views/proposal-pages';

/** Network roles that see whole proposals; a reviewer's role shows what is assigned. */
const WHOLE: ReadonlySet<string> = new Set(['program-staff', 'finance', 'auditor']);

/** Who reads proposals, by the roles of today: also of a past moment (G22). */
export function proposalReader(subject: Subject, past = false): ProposalReader {
  const roles: readonly string[] = VIEWS.proposals;
  const own = subject.partnerRoles.filter(({ role }) => roles.includes(role));
  return {
    personId: subject.personId,
    ofNetwork: subject.networkRoles.some((role) => WHOLE.has(role)),
    partnerIds: own.map(({ partnerId }) => partnerId),
    past,
  };
}
