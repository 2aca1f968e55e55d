import type { LapseOffers } from '#contexts/grants/commands/lapse-offers';
import { lapsed } from '#contexts/grants/decide/awards/lapse-award';
import { afterMove } from '#contexts/grants/decide/pool/pool-money';
import type { GrantsState } from '#contexts/grants/decide/state';
import type { AwardLapsed } from '#contexts/grants/events/award-lapsed';
import type { AwardStanding } from '#contexts/grants/events/award-standing';
import { PartnerOffersLapsed } from '#contexts/grants/events/partner-offers-lapsed';
import type { PartnerStanding } from '#contexts/grants/facts/partner-standing';
import { partnerStanding, partnerStream } from '#contexts/grants/facts/partner-standing';
import type { Answer } from '#kernel/decider/answer';
import { accepted, notFound, notNow } from '#kernel/decider/answer';
import type { Circumstances, Sources } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';
import type { PartnerId } from '#kernel/ids/entity-id';

type Ended = NewEventOf<typeof PartnerOffersLapsed> | NewEventOf<typeof AwardLapsed>;

/** The partner alone: it may leave a network that never published rules for grants. */
export type ExitFacts = Circumstances & { readonly partner?: Readonly<PartnerStanding> };

export function exitFacts(
  { partnerId }: LapseOffers,
  _state: unknown,
  at: Circumstances,
  { lookup }: Sources,
): ExitFacts {
  const partner = lookup.get(partnerStanding, partnerStream(partnerId));
  return partner === undefined ? at : { ...at, partner };
}

/**
 * Decides that a partner's open offers lapse, for it left (domain.md section 9). One decision for all of them, on record
 * also when there is none, so that the deadline is met.
 */
export function lapseOffers(
  { partnerId }: LapseOffers,
  state: Readonly<GrantsState>,
  { partner, at }: ExitFacts,
): Answer<Ended> {
  if (partner === undefined) return notFound;
  const { leavesAt } = partner;
  if (leavesAt === null) return notNow('NOT_OPEN', `${partnerId} does not leave the network.`, { partnerId });
  if (at < leavesAt) return notNow('LAPSE_NOT_DUE', `${partnerId} stays up to ${leavesAt}.`, { partnerId, leavesAt });
  const offers = openOffers(state, partnerId);
  const awardIds = offers.map(({ awardId }) => awardId);
  const events = allLapsed(state, offers, partner);
  return accepted<Ended>(PartnerOffersLapsed({ partnerId, leavesAt, awardIds }), ...events);
}

function openOffers(state: Readonly<GrantsState>, partnerId: PartnerId): readonly AwardStanding[] {
  return [...(state.awardsOf.get(partnerId) ?? [])].flatMap((awardId) => {
    const standing = state.awards.get(awardId)?.standing;
    return standing?.status === 'offered' ? [standing] : [];
  });
}

/** One after the other: each finds the pool and the quarter as the one before left them. */
function allLapsed(
  state: Readonly<GrantsState>,
  offers: readonly AwardStanding[],
  partner: Readonly<PartnerStanding>,
): readonly NewEventOf<typeof AwardLapsed>[] {
  let ledger = state;
  return offers.map((offer) => {
    const event = lapsed(ledger, offer, partner);
    ledger = afterMove(ledger, offer, event.data.move);
    return event;
  });
}
