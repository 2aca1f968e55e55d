import type { Subject } from '#contexts/access/policy/who-may';
import { can } from '#contexts/access/policy/who-may';
import type { ApprovalDocument } from '#contexts/access/views/approvals';
import type { ClaimDocument } from '#contexts/incentives/views/claims';
import type { QueuedClaim } from '#contexts/incentives/views/review-queue';
import type { Instant } from '#kernel/time/instant';
import type { PartnerRef } from '../table/listed';
import type { Work } from './work-row';

/**
 * What of an open claim a person may do, as the deciders judge it: a partner's question by its own staff and in time,
 * everything else by the network's staff who neither work for the partner nor hold a duty on the money already.
 */
export function claimWork(
  { document, line }: { readonly document: ClaimDocument; readonly line: QueuedClaim },
  { personId, networkRoles, partnerRoles }: Subject,
  at: Instant,
  partner: PartnerRef,
): readonly Work[] {
  const { id, outcomeType, requestedCents, waitsOn, dueAt } = line;
  const own = partnerRoles.filter(({ partnerId }) => partnerId === document.partnerId);
  const may =
    waitsOn.role === 'partner-staff'
      ? own.some(({ role }) => role === 'partner-staff') && (dueAt === null || at < dueAt)
      : networkRoles.includes('program-staff') && own.length === 0 && !document.acted.includes(personId);
  if (!may) return [];
  return [
    {
      ...{ kind: 'claim', id, act: waitsOn.act, about: outcomeType, partner, amountCents: requestedCents },
      ...{ waitingSince: waitsOn.since, dueAt, href: `/v1/claims/${id}` },
    },
  ];
}

/** A pending act, for whoever might have asked for it as well, and did not. */
export function approvalWork(
  { id, act, requestedBy, requestedAt }: ApprovalDocument,
  subject: Subject,
): readonly Work[] {
  if (!can(subject, act).allowed || requestedBy.includes(subject.personId)) return [];
  return [
    {
      ...{ kind: 'approval', id, act: 'confirm', about: act, partner: null, amountCents: null, dueAt: null },
      ...{ waitingSince: requestedAt, href: `/v1/approvals/${id}` },
    },
  ];
}
