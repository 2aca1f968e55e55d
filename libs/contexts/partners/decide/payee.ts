import type { ChangePayee } from '#contexts/partners/commands/change-payee';
import type { EndPayeeHold } from '#contexts/partners/commands/end-payee-hold';
import type { RecordW9 } from '#contexts/partners/commands/record-w9';
import type { Partner, PartnerState } from '#contexts/partners/decide/state';
import { PayeeChangeRefused } from '#contexts/partners/events/payee-change-refused';
import { PayeeChanged } from '#contexts/partners/events/payee-changed';
import { PayeeHoldEnded } from '#contexts/partners/events/payee-hold-ended';
import { W9Received } from '#contexts/partners/events/w9-received';
import type { Answer } from '#kernel/decider/answer';
import { accepted, notFound, notNow, refused } from '#kernel/decider/answer';
import type { Circumstances, Facts, Sources } from '#kernel/decider/decider';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';
import type { PartnerRole } from '#kernel/roles/roles';
import { plusHours } from '#kernel/time/instant';
import type { PlainDate } from '#kernel/time/plain-date';

/** How long a changed account is not paid to (domain.md section 2): time for the partner to say that it was not theirs. */
const CHANGE_HOLD_HOURS = 24;

interface DayFacts extends Facts {
  /** In the partner's own zone; absent where there is no partner. */
  readonly today?: PlainDate;
}

/** Facts for what depends on who works for the partner today. */
export function partnerDay(
  _command: unknown,
  { partner }: Readonly<PartnerState>,
  circumstances: Circumstances,
  { calendar }: Sources,
): DayFacts {
  if (partner === null) return circumstances;
  return { ...circumstances, today: calendar.dateAt(circumstances.at, partner.profile.timeZone) };
}

/** Decides a W-9: signed by now; sent in by program staff, finance, or the partner's own staff. */
export function recordW9(
  { partnerId, taxClass, signedOn, details }: RecordW9,
  { partner }: Readonly<PartnerState>,
  facts: DayFacts,
): Answer<NewEventOf<typeof W9Received>> {
  if (partner === null || facts.today === undefined) return notFound;
  if (facts.role === 'partner-staff' && !worksFor(partner, facts.principal, facts.today, 'partner-staff'))
    return notFound;
  if (signedOn > facts.today) {
    const detail = `It is signed on ${signedOn}; it is ${facts.today} where the partner is.`;
    return notNow('SIGNED_IN_FUTURE', detail, { signedOn, today: facts.today });
  }
  return accepted(
    W9Received({ partnerId, taxClass, signedOn, details: kept(details), receivedBy: actingPeople(facts) }),
  );
}

/**
 * Decides a new account, by none of the partner's people. What else it rests on, two people and a call-back, is the
 * approval's (access/decide/approvals.ts).
 */
export function changePayee(
  { partnerId, bank }: ChangePayee,
  { partner }: Readonly<PartnerState>,
  facts: DayFacts,
): Answer<NewEventOf<typeof PayeeChanged> | NewEventOf<typeof PayeeChangeRefused>> {
  const { today } = facts;
  if (partner === null || today === undefined) return notFound;
  const changedBy = actingPeople(facts);
  const person = changedBy.find((one) => worksFor(partner, one, today));
  if (person !== undefined) {
    const detail = 'Nobody says where the money of their own partner goes.';
    const no = { because: 'SOD', detail, figures: { person, act: 'change-payee', held: 'partner' } };
    return refused(PayeeChangeRefused({ ...no, partnerId }));
  }
  const heldUntil = partner.payee === null ? null : plusHours(facts.at, CHANGE_HOLD_HOURS);
  return accepted(PayeeChanged({ partnerId, bank: kept(bank), changedBy, heldUntil }));
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

/** Whether a person works for the partner on a day; in any role where none is named. */
const worksFor = ({ affiliations }: Partner, personId: string, on: PlainDate, inRole?: PartnerRole): boolean =>
  affiliations.some(
    ({ personId: one, role, from, until }) =>
      one === personId && (inRole === undefined || role === inRole) && from <= on && (until === null || on <= until),
  );

const kept = ({ sha256, bytes }: { readonly sha256: string; readonly bytes: number }) => ({ sha256, bytes });
