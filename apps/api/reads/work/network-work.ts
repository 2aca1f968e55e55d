import type { Subject } from '#contexts/access/policy/who-may';
import { canConfirm } from '#contexts/access/policy/who-may';
import type { ApprovalDocument } from '#contexts/access/views/approvals';
import type { ClaimDocument } from '#contexts/incentives/views/claims';
import type { QueuedClaim } from '#contexts/incentives/views/review-queue';
import type { PartnerId } from '#kernel/ids/entity-id';
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

/** A pending act, while it may be confirmed, for whoever may confirm it: none of the askers, nobody of its partner. */
export function approvalWork(
  { id, act, payload, requestedBy, requestedAt, expiresAt }: ApprovalDocument,
  subject: Subject,
  at: Instant,
  partner: (id: PartnerId) => PartnerRef,
): readonly Work[] {
  const { partnerId } = payload as { readonly partnerId?: PartnerId };
  const isOwn = subject.partnerRoles.some((one) => one.partnerId === partnerId);
  if (at >= expiresAt || isOwn || requestedBy.includes(subject.personId)) return [];
  if (!canConfirm(subject, act).allowed) return [];
  return [
    {
      ...{ kind: 'approval', id, act: 'confirm', about: act, amountCents: null },
      ...{ partner: partnerId === undefined ? null : partner(partnerId) },
      ...{ waitingSince: requestedAt, dueAt: expiresAt, href: `/v1/approvals/${id}` },
    },
  ];
}
