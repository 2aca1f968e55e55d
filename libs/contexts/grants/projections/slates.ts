import { ConflictDeclared } from '#contexts/grants/events/conflict-declared';
import { RoundAllocated } from '#contexts/grants/events/round-allocated';
import type { SlateLine } from '#contexts/grants/events/slate';
import { WaitlistPromoted } from '#contexts/grants/events/waitlist-promoted';
import type { SlateDocument } from '#contexts/grants/views/slates';
import { impossible, present } from '#kernel/assert/assert';
import type { Projection } from '#kernel/decider/projection';
import { receivedAt } from '#kernel/decider/received-at';

type Read = RoundAllocated | WaitlistPromoted | ConflictDeclared;

/** A document for each decided round. */
export const slatesProjection: Projection<SlateDocument> = {
  view: { name: 'grant-slates', version: 1 },
  types: [RoundAllocated, WaitlistPromoted, ConflictDeclared],
  keys(recorded) {
    const event = recorded as Read;
    switch (event.type) {
      case 'RoundAllocated':
        return [event.data.round.quarter, ...event.data.endedRounds];
      case 'WaitlistPromoted':
        return [event.data.quarter];
      case 'ConflictDeclared':
        return event.data.recomputed === undefined ? [] : [event.data.quarter];
      default:
        return impossible(event, 'an event of a slate');
    }
  },
  fold(document, recorded, key) {
    const event = recorded as Read;
    const { revision } = event;
    if (event.type === 'RoundAllocated' && key === event.data.round.quarter) return decided(event);
    const slate = { ...present(document, 'the slate of an event'), revision };
    if (event.type === 'RoundAllocated') return { ...slate, lines: slate.lines.map(ended) };
    return event.type === 'WaitlistPromoted' ? promoted(slate, event) : again(slate, event);
  },
};

function decided(event: RoundAllocated): SlateDocument {
  const { slate, decisionId, requestedBy, confirmedBy } = event.data;
  return {
    ...slate,
    ...{ decisionId, decidedAt: receivedAt(event), requestedBy, confirmedBy },
    ...{ promotions: [], recomputed: [], revision: event.revision },
  };
}

/** The next round is decided: who still waited is not funded. */
const ended = (line: SlateDocument['lines'][number]): SlateDocument['lines'][number] =>
  line.outcome === 'waitlisted' ? { ...line, outcome: 'not-funded' } : line;

function promoted(slate: SlateDocument, event: WaitlistPromoted): SlateDocument {
  const { decisionId, lines, leftAfterCents } = event.data;
  const changed = new Map<string, SlateLine>(lines.map((line) => [line.proposalId, line]));
  const promotion = { decisionId, at: receivedAt(event), proposalIds: lines.map((line) => line.proposalId) };
  return {
    ...slate,
    lines: slate.lines.map((line) => changed.get(line.proposalId) ?? line),
    promotions: [...slate.promotions, { ...promotion, leftAfterCents }],
  };
}

function again(slate: SlateDocument, event: ConflictDeclared): SlateDocument {
  const { proposalId, reviewerId, recomputed } = event.data;
  const one = { at: receivedAt(event), proposalId, reviewerId, slate: present(recomputed, 'a recomputed slate') };
  return { ...slate, recomputed: [...slate.recomputed, one] };
}
