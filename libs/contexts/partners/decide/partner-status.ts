import type { ExitPartner } from '#contexts/partners/commands/exit-partner';
import type { PausePartner } from '#contexts/partners/commands/pause-partner';
import type { ReactivatePartner } from '#contexts/partners/commands/reactivate-partner';
import type { Partner, PartnerState } from '#contexts/partners/decide/state';
import { PartnerExited } from '#contexts/partners/events/partner-exited';
import { PartnerPaused } from '#contexts/partners/events/partner-paused';
import type { PartnerStatus } from '#contexts/partners/events/partner-profile';
import { PartnerReactivated } from '#contexts/partners/events/partner-reactivated';
import type { Answer, NotNow } from '#kernel/decider/answer';
import { accepted, notFound, notNow } from '#kernel/decider/answer';
import type { Circumstances, Sources } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';
import type { Instant } from '#kernel/time/instant';
import type { PlainDate } from '#kernel/time/plain-date';
import { addDays } from '#kernel/time/plain-date';

/** Decides a pause: of an active partner. */
export function pausePartner(
  { partnerId, reason }: PausePartner,
  { partner }: Readonly<PartnerState>,
): Answer<NewEventOf<typeof PartnerPaused>> {
  if (partner === null) return notFound;
  const no = unlessStanding(partner, 'pause', ['active']);
  return no ?? accepted(PartnerPaused({ partnerId, reason, partner: partner.profile }));
}

/** Decides the end of a pause, or of the plan to leave as long as the partner has not left. */
export function reactivatePartner(
  { partnerId, reason }: ReactivatePartner,
  { partner }: Readonly<PartnerState>,
  { at }: Circumstances,
): Answer<NewEventOf<typeof PartnerReactivated>> {
  if (partner === null) return notFound;
  const stillHere = partner.leavesAt !== null && at < partner.leavesAt;
  const no = stillHere ? undefined : unlessStanding(partner, 'reactivate', ['paused']);
  return no ?? accepted(PartnerReactivated({ partnerId, reason, partner: partner.profile }));
}

/** For an exit: when its day ends where the partner is. */
export type ExitFacts = Circumstances & { readonly leavesAt?: Instant };

export function exitFacts(
  { exitedOn }: { readonly exitedOn: PlainDate },
  { partner }: Readonly<PartnerState>,
  circumstances: Circumstances,
  { calendar }: Sources,
): ExitFacts {
  if (partner === null) return circumstances;
  return { ...circumstances, leavesAt: calendar.startOf(addDays(exitedOn, 1), partner.profile.timeZone) };
}

/** Decides an exit: once, on a day not before the partner joined. It may be announced ahead or entered late. */
export function exitPartner(
  { partnerId, exitedOn, reason }: ExitPartner,
  { partner }: Readonly<PartnerState>,
  { leavesAt }: ExitFacts,
): Answer<NewEventOf<typeof PartnerExited>> {
  if (partner === null || leavesAt === undefined) return notFound;
  const no = unlessStanding(partner, 'exit', ['active', 'paused']);
  if (no !== undefined) return no;
  const { since } = partner.profile;
  if (exitedOn < since) {
    const detail = `The partner joined on ${since}; it cannot have left on ${exitedOn}.`;
    return notNow('EXIT_BEFORE_START', detail, { exitedOn, since });
  }
  return accepted(PartnerExited({ partnerId, exitedOn, leavesAt, reason, partner: partner.profile }));
}

function unlessStanding(
  { partnerId, status }: Partner,
  act: string,
  allowed: readonly PartnerStatus[],
): NotNow | undefined {
  if (allowed.includes(status)) return undefined;
  const needed = allowed.join(' or ');
  return notNow('NOT_OPEN', `${partnerId} is ${status}; to ${act} it, it must be ${needed}.`, { status, needed });
}
