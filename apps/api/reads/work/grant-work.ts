import type { Subject } from '#contexts/access/policy/who-may';
import type { AwardDocument } from '#contexts/grants/views/awards';
import type { ProposalDocument } from '#contexts/grants/views/proposals';
import type { PartnerId } from '#kernel/ids/entity-id';
import type { Instant } from '#kernel/time/instant';
import type { PartnerRef } from '../table/listed';
import { awardWaitsOn } from '../tables/awards';
import type { WaitingProposal } from './waiting-proposals';
import type { Work } from './work-row';

const isStaffOf = ({ partnerRoles }: Subject, id: PartnerId): boolean =>
  partnerRoles.some(({ partnerId, role }) => partnerId === id && role === 'partner-staff');
const worksFor = ({ partnerRoles }: Subject, id: PartnerId): boolean =>
  partnerRoles.some(({ partnerId }) => partnerId === id);

/** What a reviewer owes a proposal; of program staff, that it needs more reviewers. */
export function reviewWork(
  { document, line }: WaitingProposal,
  subject: Subject,
  partner: PartnerRef,
): readonly Work[] {
  const { networkRoles, personId } = subject;
  const own = line.owed.filter(({ reviewerId }) => reviewerId === personId);
  const debts = own.map(({ owes }) => (owes === 'review' ? 'review' : 'declare-conflict'));
  const short = line.assignMore > 0 && networkRoles.includes('program-staff') && !worksFor(subject, line.partnerId);
  const assignedAt = document.reviewers.find(({ reviewerId }) => reviewerId === personId)?.assignedAt;
  return [...(networkRoles.includes('grant-reviewer') ? debts : []), ...(short ? ['assign'] : [])].map((act) =>
    proposalWork(
      document,
      act,
      act === 'assign' ? document.submittedAt : (assignedAt ?? document.submittedAt),
      partner,
    ),
  );
}

/** A proposal that staff of the partner must stand behind: another person than who applies and who wrote it as it stands. */
export function cosignWork(document: ProposalDocument, subject: Subject, partner: PartnerRef): readonly Work[] {
  const wrote = [document.applicant, ...document.authors];
  if (!isStaffOf(subject, document.partnerId) || wrote.includes(subject.personId)) return [];
  return [proposalWork(document, 'cosign', document.submittedAt, partner)];
}

function proposalWork(
  { id, quarter, requestedCents }: ProposalDocument,
  act: string,
  waitingSince: Instant,
  partner: PartnerRef,
): Work {
  return {
    ...{ kind: 'proposal', id, act, about: quarter, partner, amountCents: requestedCents, waitingSince },
    ...{ dueAt: null, href: `/v1/proposals/${id}` },
  };
}

/** What an award waits for, for whoever holds the role; an offer that lapsed waits for nobody. */
export function awardWork(award: AwardDocument, subject: Subject, at: Instant, partner: PartnerRef): readonly Work[] {
  const waits = awardWaitsOn(award);
  if (waits === null) return [];
  const { id, quarter, partnerId } = award;
  const roles: readonly string[] = subject.networkRoles;
  const may =
    waits.role === 'partner-staff'
      ? isStaffOf(subject, partnerId)
      : roles.includes(waits.role) && !worksFor(subject, partnerId);
  const dueAt = waits.act === 'accept' ? award.lapsesAt : waits.act === 'report' ? award.reportDueAt : null;
  if (!may || (waits.act === 'accept' && at >= award.lapsesAt)) return [];
  const amountCents = waits.act === 'accept' ? award.offeredCents : award.netCents;
  return [
    {
      ...{ kind: 'award', id, act: waits.act, about: quarter, partner, amountCents, dueAt },
      ...{ waitingSince: award.history.at(-1)?.at ?? award.offeredAt, href: `/v1/awards/${id}` },
    },
  ];
}
