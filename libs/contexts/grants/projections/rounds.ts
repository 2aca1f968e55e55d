import { RoundAllocated } from '#contexts/grants/events/round-allocated';
import { RoundCapChanged } from '#contexts/grants/events/round-cap-changed';
import { RoundClosed } from '#contexts/grants/events/round-closed';
import { RoundExtended } from '#contexts/grants/events/round-extended';
import { RoundOpened } from '#contexts/grants/events/round-opened';
import { WaitlistPromoted } from '#contexts/grants/events/waitlist-promoted';
import type { RoundDocument, RoundHistoryEntry } from '#contexts/grants/views/rounds';
import { impossible, present } from '#kernel/assert/assert';
import type { SequencedEvent } from '#kernel/decider/event';
import type { Projection } from '#kernel/decider/projection';
import { receivedAt } from '#kernel/decider/received-at';
import { add, sum, ZERO } from '#kernel/money/cents';

type Read = RoundOpened | RoundCapChanged | RoundExtended | RoundClosed | RoundAllocated | WaitlistPromoted;
type Sequenced<E> = E & SequencedEvent;

/** A document for each round. */
export const roundsProjection: Projection<RoundDocument> = {
  view: { name: 'grant-rounds', version: 1 },
  types: [RoundOpened, RoundCapChanged, RoundExtended, RoundClosed, RoundAllocated, WaitlistPromoted],
  keys: (event) => [quarterOf(event as Read)],
  fold(document, recorded) {
    const event = recorded as Sequenced<Read>;
    const next = { ...change(document, event), revision: event.revision };
    return { ...next, history: [...(document?.history ?? []), entry(event)] };
  },
};

const quarterOf = ({ data }: Read): string => ('round' in data ? data.round.quarter : data.quarter);

const NEW = {
  ...{ proposals: 0, requestedCents: ZERO, decidedAt: null, decisionId: null, givenCents: ZERO, waitlisted: 0 },
};

function change(document: RoundDocument | undefined, event: Sequenced<Read>): Omit<RoundDocument, 'history'> {
  const { revision } = event;
  if (event.type === 'RoundOpened') return { ...event.data.round, ...NEW, revision };
  const round = present(document, 'the round of an event');
  switch (event.type) {
    case 'RoundAllocated':
      return decided(round, event);
    case 'WaitlistPromoted': {
      const given = sum(event.data.lines.map(({ awardedCents }) => awardedCents));
      const waitlisted = round.waitlisted - event.data.lines.length;
      return { ...round, givenCents: add(round.givenCents, given), waitlisted };
    }
    case 'RoundCapChanged':
    case 'RoundExtended':
    case 'RoundClosed':
      return { ...round, ...event.data.round };
    default:
      return impossible(event, 'an event of a round');
  }
}

function decided(round: RoundDocument, event: Sequenced<RoundAllocated>): RoundDocument {
  const { slate, decisionId } = event.data;
  return {
    ...round,
    ...event.data.round,
    proposals: slate.lines.length + slate.leftOut.length,
    requestedCents: sum(slate.lines.map(({ requestedCents }) => requestedCents)),
    decidedAt: receivedAt(event),
    decisionId,
    givenCents: sum(slate.lines.map(({ awardedCents }) => awardedCents)),
    waitlisted: slate.lines.filter(({ outcome }) => outcome === 'waitlisted').length,
  };
}

function entry(event: Sequenced<Read>): RoundHistoryEntry {
  const { type, sequence, metadata } = event;
  const reason = 'reason' in event.data ? event.data.reason : null;
  return { type, at: receivedAt(event), sequence, role: metadata.role, reason };
}
