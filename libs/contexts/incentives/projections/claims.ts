import { AppealRejected } from '#contexts/incentives/events/appeal-rejected';
import { AppealWindowClosed } from '#contexts/incentives/events/appeal-window-closed';
import { ClaimActRefused } from '#contexts/incentives/events/claim-act-refused';
import { ClaimAppealed } from '#contexts/incentives/events/claim-appealed';
import { ClaimApproved } from '#contexts/incentives/events/claim-approved';
import { ClaimDenied } from '#contexts/incentives/events/claim-denied';
import type { ClaimMoved } from '#contexts/incentives/events/claim-moved';
import { ClaimResubmitted } from '#contexts/incentives/events/claim-resubmitted';
import { ClaimReversed } from '#contexts/incentives/events/claim-reversed';
import type { ClaimStanding } from '#contexts/incentives/events/claim-standing';
import { ClaimVerified } from '#contexts/incentives/events/claim-verified';
import { ClaimWithdrawn } from '#contexts/incentives/events/claim-withdrawn';
import { ContestResolved } from '#contexts/incentives/events/contest-resolved';
import { IncentiveClaimed } from '#contexts/incentives/events/incentive-claimed';
import { InformationRequested } from '#contexts/incentives/events/information-requested';
import { actors } from '#contexts/incentives/projections/claim-actors';
import { grown } from '#contexts/incentives/projections/claim-history';
import { claimed, versionOf } from '#contexts/incentives/projections/claim-made';
import { waitingOf } from '#contexts/incentives/projections/claim-waiting';
import type { ClaimDocument } from '#contexts/incentives/views/claims';
import { impossible, present } from '#kernel/assert/assert';
import type { SequencedEvent } from '#kernel/decider/event';
import type { Projection } from '#kernel/decider/projection';
import { receivedAt } from '#kernel/decider/received-at';
import type { ClaimId, PersonId } from '#kernel/ids/entity-id';
import { ZERO } from '#kernel/money/cents';

type Read = ClaimMoved | ClaimActRefused;
type Sequenced<E> = E & SequencedEvent;

/** A document for each claim. The same event also touches the claims that it contests or stops contesting. */
export const claimsProjection: Projection<ClaimDocument> = {
  view: { name: 'claims', version: 4 },
  types: [
    ...[IncentiveClaimed, ClaimVerified, ClaimApproved, ClaimDenied, ClaimWithdrawn, InformationRequested],
    ...[ClaimResubmitted, ClaimAppealed, AppealRejected, ClaimReversed, ContestResolved, ClaimActRefused],
    AppealWindowClosed,
  ],
  keys(recorded) {
    const event = recorded as Sequenced<Read>;
    if (event.type === 'ClaimActRefused') return [event.data.claimId];
    return [event.data.claim.claimId, ...joining(event), ...parting(event)];
  },
  fold(document, recorded, key) {
    const event = recorded as Sequenced<Read>;
    if (event.type === 'IncentiveClaimed' && event.data.claim.claimId === key) return claimed(event);
    const claim = present(document, 'the document of a claim');
    if (event.type === 'ClaimActRefused')
      return { ...claim, refusals: claim.refusals + 1, history: grown(claim.history, event) };
    return event.data.claim.claimId === key ? moved(claim, event) : rivalled(claim, event);
  },
};

/** Claims that come to stand against the event's. */
const joining = ({ data }: ClaimMoved): readonly ClaimId[] => ('contests' in data ? data.contests : []);
/** Claims that stand against it no more. */
const parting = ({ data }: ClaimMoved): readonly ClaimId[] => ('rivals' in data ? data.rivals : []);

function moved(claim: ClaimDocument, event: Sequenced<ClaimMoved>): ClaimDocument {
  const gone = parting(event);
  const rivals = [...claim.rivals.filter((id) => !gone.includes(id)), ...joining(event)];
  const next = {
    ...{ ...claim, ...shown(event.data.claim), rivals },
    ...{ revision: event.revision, history: grown(claim.history, event), acted: joined(claim.acted, actors(event)) },
  };
  return waiting(claim, { ...next, ...changed(next, event), contested: contested(next, rivals) }, event);
}

/** What an event changes of a claim besides its standing, its rivals and its history. */
function changed(claim: ClaimDocument, event: Sequenced<ClaimMoved>): Partial<ClaimDocument> {
  switch (event.type) {
    case 'ClaimVerified':
      return { verifiedBy: event.data.verifiedBy };
    case 'ClaimApproved':
      return decided(event, event.data.duties.approved);
    case 'ClaimDenied':
      return { ...decided(event, event.data.deniedBy), ...UNASKED, appealableUntil: event.data.appealableUntil };
    case 'AppealRejected':
      return decided(event, event.data.decidedBy);
    case 'InformationRequested':
      return { question: event.data.question, answerBy: event.data.answerBy };
    case 'ClaimResubmitted':
      return resubmitted(claim, event);
    case 'ClaimAppealed':
      return { submittedBy: joined(claim.submittedBy, event.data.appealedBy), appealableUntil: null };
    case 'AppealWindowClosed':
      return { appealableUntil: null };
    case 'ClaimWithdrawn':
      return UNASKED;
    case 'IncentiveClaimed':
    case 'ClaimReversed':
    case 'ContestResolved':
      return {};
    default:
      return impossible(event, 'an event of a claim');
  }
}

const UNASKED = { question: null, answerBy: null };

function decided(
  event: Sequenced<ClaimApproved | ClaimDenied | AppealRejected>,
  decidedBy: readonly PersonId[],
): Partial<ClaimDocument> {
  return { decisionId: event.data.decisionId, decidedBy, decidedAt: receivedAt(event) };
}

function resubmitted(claim: ClaimDocument, event: Sequenced<ClaimResubmitted>): Partial<ClaimDocument> {
  const { factsVersion, material, resubmittedBy } = event.data;
  const version = versionOf(event, factsVersion);
  const { at: _at, version: _version, ...stated } = version;
  return {
    ...stated,
    ...UNASKED,
    versions: [...claim.versions, version],
    submittedBy: joined(claim.submittedBy, resubmittedBy),
    verifiedBy: material ? [] : claim.verifiedBy,
  };
}

const joined = (known: readonly PersonId[], more: readonly PersonId[]): readonly PersonId[] => [
  ...new Set([...known, ...more]),
];

/** The claim of another partner, when one comes to stand against it or goes. */
function rivalled(claim: ClaimDocument, event: Sequenced<ClaimMoved>): ClaimDocument {
  const { claimId } = event.data.claim;
  const without = claim.rivals.filter((id) => id !== claimId);
  const rivals = joining(event).includes(claim.id) ? [...without, claimId] : without;
  const next = { ...claim, rivals, contested: contested(claim, rivals), revision: event.revision };
  return waiting(claim, next, event);
}

function waiting(before: ClaimDocument, after: ClaimDocument, event: Sequenced<ClaimMoved>): ClaimDocument {
  return { ...after, ...waitingOf(before, after, receivedAt(event)) };
}

/** A claim that came second stays contested, even without a rival, until staff let it stand. */
const contested = ({ status }: ClaimDocument, rivals: readonly ClaimId[]): boolean =>
  status === 'contested' || rivals.length > 0;

function shown({
  claimId,
  reversedCents,
  ...standing
}: ClaimStanding): Omit<ClaimStanding, 'claimId'> & Pick<ClaimDocument, 'id' | 'reversedCents'> {
  return { id: claimId, ...standing, reversedCents: reversedCents ?? ZERO };
}
