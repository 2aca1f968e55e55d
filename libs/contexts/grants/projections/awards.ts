import { AwardAccepted } from '#contexts/grants/events/award-accepted';
import { AwardAmended } from '#contexts/grants/events/award-amended';
import { AwardClosed } from '#contexts/grants/events/award-closed';
import { AwardDeclined } from '#contexts/grants/events/award-declined';
import { AwardLapsed } from '#contexts/grants/events/award-lapsed';
import { AwardReportAccepted } from '#contexts/grants/events/award-report-accepted';
import { AwardReported } from '#contexts/grants/events/award-reported';
import { AwardReversed } from '#contexts/grants/events/award-reversed';
import type { AwardStanding } from '#contexts/grants/events/award-standing';
import { offerOf } from '#contexts/grants/events/award-standing';
import { FundsReturned } from '#contexts/grants/events/funds-returned';
import { RoundAllocated } from '#contexts/grants/events/round-allocated';
import type { SlateLine } from '#contexts/grants/events/slate';
import { WaitlistPromoted } from '#contexts/grants/events/waitlist-promoted';
import type { AwardDocument, AwardHistoryEntry } from '#contexts/grants/views/awards';
import { present } from '#kernel/assert/assert';
import type { SequencedEvent } from '#kernel/decider/event';
import type { Projection } from '#kernel/decider/projection';
import { receivedAt } from '#kernel/decider/received-at';

type Change =
  | AwardAccepted
  | AwardDeclined
  | AwardLapsed
  | AwardAmended
  | AwardReported
  | AwardReportAccepted
  | FundsReturned
  | AwardClosed
  | AwardReversed;
type Offer = RoundAllocated | WaitlistPromoted;
type Sequenced<E> = E & SequencedEvent;

/** A document for each offer, through the life of the award that it becomes. */
export const awardsProjection: Projection<AwardDocument> = {
  view: { name: 'awards', version: 1 },
  types: [
    ...[RoundAllocated, WaitlistPromoted, AwardAccepted, AwardDeclined, AwardLapsed, AwardAmended],
    ...[AwardReported, AwardReportAccepted, FundsReturned, AwardClosed, AwardReversed],
  ],
  keys(recorded) {
    const event = recorded as Offer | Change;
    if ('award' in event.data) return [event.data.award.awardId];
    return linesOf(event as Offer).flatMap(({ awardId }) => awardId ?? []);
  },
  fold(document, recorded, key) {
    if ('award' in recorded.data)
      return changed(present(document, 'the award of an event'), recorded as Sequenced<Change>);
    const event = recorded as Sequenced<Offer>;
    const line = present(
      linesOf(event).find(({ awardId }) => awardId === key),
      'the line of an offer',
    );
    return offered(line, event);
  },
};

const linesOf = ({ data }: Offer): readonly SlateLine[] => ('slate' in data ? data.slate.lines : data.lines);

function offered(line: SlateLine, event: Sequenced<Offer>): AwardDocument {
  const { data, revision } = event;
  const quarter = 'round' in data ? data.round.quarter : data.quarter;
  return {
    ...shown(offerOf(line, { ...data, quarter })),
    requestedCents: line.requestedCents,
    because: line.because,
    offeredAt: receivedAt(event),
    offerDecisionId: data.decisionId,
    decisionId: null,
    report: null,
    revision,
    history: [entry(event)],
  };
}

function changed(award: AwardDocument, event: Sequenced<Change>): AwardDocument {
  const next = { ...award, ...shown(event.data.award), revision: event.revision };
  const due = 'dueCents' in event.data && event.data.dueCents > 0 ? { decisionId: event.data.decisionId } : {};
  const report = event.type === 'AwardReported' ? { report: reported(event) } : {};
  return { ...next, ...due, ...report, history: [...award.history, entry(event)] };
}

function reported(event: Sequenced<AwardReported>): NonNullable<AwardDocument['report']> {
  const { actualOutcomes, note, evidence, reportedBy } = event.data;
  return { actualOutcomes, note: note ?? null, evidence, reportedAt: receivedAt(event), reportedBy };
}

function shown({ awardId, ...standing }: AwardStanding): Omit<AwardStanding, 'awardId'> & Pick<AwardDocument, 'id'> {
  return { id: awardId, ...standing };
}

function entry(event: Sequenced<Offer | Change>): AwardHistoryEntry {
  const { type, sequence, metadata } = event;
  const reason = 'reason' in event.data ? event.data.reason : null;
  return { type, at: receivedAt(event), sequence, role: metadata.role, reason };
}
