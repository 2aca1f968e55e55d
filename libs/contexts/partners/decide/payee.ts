import type { ChangePayee } from '#contexts/partners/commands/change-payee';
import type { EndPayeeHold } from '#contexts/partners/commands/end-payee-hold';
import type { RecordW9 } from '#contexts/partners/commands/record-w9';
import type { Partner, PartnerState } from '#contexts/partners/decide/state';
import { PayeeChanged } from '#contexts/partners/events/payee-changed';
import { PayeeHoldEnded } from '#contexts/partners/events/payee-hold-ended';
import { W9Received } from '#contexts/partners/events/w9-received';
import type { Answer } from '#kernel/decider/answer';
import { accepted, notFound, notNow } from '#kernel/decider/answer';
import type { Circumstances, Facts, Sources } from '#kernel/decider/decider';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';
import { plusHours } from '#kernel/time/instant';
import type { PlainDate } from '#kernel/time/plain-date';

/** How long a changed account is not paid to (domain.md section 2): time for the partner to say that it was not theirs. */
const CHANGE_HOLD_HOURS = 24;

interface W9Facts extends Facts {
  /** In the partner's own zone; absent where there is no partner. */
  readonly today?: PlainDate;
}

export function w9Facts(
  _command: RecordW9,
  { partner }: Readonly<PartnerState>,
  circumstances: Circumstances,
  { calendar }: Sources,
): W9Facts {
  if (partner === null) return circumstances;
  return { ...circumstances, today: calendar.dateAt(circumstances.at, partner.profile.timeZone) };
}

/** Decides a W-9: signed by now; sent in by program staff, finance, or the partner's own staff. */
export function recordW9(
  { partnerId, taxClass, signedOn, details }: RecordW9,
  { partner }: Readonly<PartnerState>,
  facts: W9Facts,
): Answer<NewEventOf<typeof W9Received>> {
  if (partner === null || facts.today === undefined) return notFound;
  if (facts.role === 'partner-staff' && !isStaff(partner, facts.principal, facts.today)) return notFound;
  if (signedOn > facts.today) {
    const detail = `It is signed on ${signedOn}; it is ${facts.today} where the partner is.`;
    return notNow('SIGNED_IN_FUTURE', detail, { signedOn, today: facts.today });
  }
  return accepted(
    W9Received({ partnerId, taxClass, signedOn, details: kept(details), receivedBy: actingPeople(facts) }),
  );
}

/** Decides a new account. What it rests on, two people and a call-back, is the approval's (access/decide/approvals.ts). */
export function changePayee(
  { partnerId, bank }: ChangePayee,
  { partner }: Readonly<PartnerState>,
  facts: Circumstances,
): Answer<NewEventOf<typeof PayeeChanged>> {
  if (partner === null) return notFound;
  const heldUntil = partner.payee === null ? null : plusHours(facts.at, CHANGE_HOLD_HOURS);
  return accepted(PayeeChanged({ partnerId, bank: kept(bank), changedBy: actingPeople(facts), heldUntil }));
}

/** Decides that a hold is over. */
export function endPayeeHold(
  { partnerId }: EndPayeeHold,
  { partner }: Readonly<PartnerState>,
  { at }: Circumstances,
): Answer<NewEventOf<typeof PayeeHoldEnded>> {
  if (partner === null) return notFound;
  const heldUntil = partner.payee?.heldUntil ?? null;
  if (heldUntil === null) return notNow('NOT_OPEN', `No hold stands on the account of ${partnerId}.`, { partnerId });
  if (at < heldUntil) {
    return notNow('NOT_DUE', `It is due at ${heldUntil}; it was asked at ${at}.`, { dueAt: heldUntil, askedAt: at });
  }
  return accepted(PayeeHoldEnded({ partnerId, heldUntil }));
}

const isStaff = ({ affiliations }: Partner, personId: string, on: PlainDate): boolean =>
  affiliations.some(
    (one) =>
      one.personId === personId &&
      one.role === 'partner-staff' &&
      one.from <= on &&
      (one.until === null || on <= one.until),
  );

const kept = ({ sha256, bytes }: { readonly sha256: string; readonly bytes: number }) => ({ sha256, bytes });
