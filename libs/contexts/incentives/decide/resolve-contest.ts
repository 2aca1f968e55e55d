import type { ResolveContest } from '#contexts/incentives/commands/resolve-contest';
import type { ClaimAct } from '#contexts/incentives/decide/claim-act';
import { actRefused, capMove, claimActFacts, claimOf, clashOfDuties } from '#contexts/incentives/decide/claim-act';
import { midnightAfter } from '#contexts/incentives/decide/claim-facts';
import type { Contest } from '#contexts/incentives/decide/contest';
import { contestOf, sidesOf } from '#contexts/incentives/decide/contest';
import { capExceeded, reservationCents } from '#contexts/incentives/decide/reservation';
import type { IncentivesState } from '#contexts/incentives/decide/state';
import { UNDECIDED } from '#contexts/incentives/decide/state';
import { AppealRejected } from '#contexts/incentives/events/appeal-rejected';
import type { ClaimActRefused } from '#contexts/incentives/events/claim-act-refused';
import { ClaimDenied } from '#contexts/incentives/events/claim-denied';
import { ContestResolved } from '#contexts/incentives/events/contest-resolved';
import type { Answer, Refusal } from '#kernel/decider/answer';
import { accepted, notNow, refused } from '#kernel/decider/answer';
import type { Circumstances, Facts, Sources } from '#kernel/decider/decider';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';
import type { ClaimId } from '#kernel/ids/entity-id';
import { entityId } from '#kernel/ids/entity-id';
import { eventIdOf } from '#kernel/ids/uuid';
import { subtract, ZERO } from '#kernel/money/cents';
import type { Instant } from '#kernel/time/instant';

type Loss = NewEventOf<typeof ClaimDenied> | NewEventOf<typeof AppealRejected>;
type Resolved = Loss | NewEventOf<typeof ContestResolved> | NewEventOf<typeof ClaimActRefused>;

/** The acts on each claim of the contest, and until when the denial of each may be appealed. */
interface ContestFacts extends Facts {
  readonly acts: ReadonlyMap<ClaimId, ClaimAct & { readonly appealableUntil: Instant }>;
}

export function contestFacts(
  { claimId }: ResolveContest,
  state: Readonly<IncentivesState>,
  circumstances: Circumstances,
  sources: Sources,
): ContestFacts {
  const acts = new Map<ClaimId, ClaimAct & { readonly appealableUntil: Instant }>();
  for (const one of contestOf(claimId, state)) {
    const facts = claimActFacts(one.standing, state, circumstances, sources);
    const act = claimOf(one.standing.claimId, state, facts);
    if ('kind' in act) continue;
    const appealableUntil = midnightAfter(act.facts, act.facts.rules.content.appealWindowDays, sources);
    acts.set(one.standing.claimId, { ...act, appealableUntil });
  }
  const policy = acts.get(claimId)?.facts.policy;
  return { ...circumstances, acts, ...(policy === undefined ? {} : { policy }) };
}

/**
 * Decides which claim on an outcome stands. The losers are denied in the same command, before the winner: a claim that was
 * contested then reserves from its own partner's headroom of this moment (examples.md E13).
 */
export function resolveContest(
  command: ResolveContest,
  state: Readonly<IncentivesState>,
  facts: ContestFacts,
): Answer<Resolved> {
  const asked = claimOf(command.claimId, state, facts.acts.get(command.claimId)?.facts ?? facts);
  if ('kind' in asked) return asked;
  const contest = sidesOf(command, state);
  if ('kind' in contest) return contest;
  for (const act of facts.acts.values()) {
    const clash = clashOfDuties(act, 'resolve-contest', { submitted: act.claim.duties.submitted });
    if (clash !== undefined) return refused(clash);
  }
  const paid = contest.losers.find(({ standing }) => standing.status === 'approved');
  if (paid !== undefined) {
    const detail = `${paid.standing.claimId} is approved; it must be reversed before another claim can stand.`;
    return notNow('NOT_OPEN', detail, { status: 'approved', needed: 'reversed' });
  }
  return decided(command, contest, state, facts);
}

function decided(
  command: ResolveContest,
  contest: Contest,
  state: Readonly<IncentivesState>,
  facts: ContestFacts,
): Answer<Resolved> {
  const act = facts.acts.get(contest.winner.standing.claimId);
  if (act === undefined) return notNow('NOT_CONTESTED', 'The claim that would stand is not here.');
  const win = winning(command, act, contest, state);
  if ('because' in win) return refused(actRefused(act.claim, 'resolve-contest', win));
  const losses = contest.losers.flatMap((loser, index) => lost(loser.standing.claimId, index, command, state, facts));
  const [first, ...rest]: readonly Resolved[] = [...losses, win];
  return first === undefined ? notNow('NOT_CONTESTED', 'Nothing is to be resolved.') : accepted(first, ...rest);
}

/** The denial of a loser; none for one that was denied before and only holds the outcome still. */
function lost(
  claimId: ClaimId,
  index: number,
  { reason }: ResolveContest,
  state: Readonly<IncentivesState>,
  { acts }: ContestFacts,
): readonly Loss[] {
  const act = acts.get(claimId);
  if (act === undefined) return [];
  const { standing, rivals } = act.claim;
  const by = actingPeople(act.facts);
  const common = {
    // Several claims may fall by one command, so the id comes from the place of their event.
    decisionId: entityId('dec', eventIdOf(act.facts.commandId, index)),
    releasedCents: standing.reservedCents,
    cap: capMove(state, act, standing.reservedCents, ZERO),
    rivals,
    reason,
  };
  if (standing.status === 'appealed') {
    return [
      AppealRejected({ ...common, claim: { ...standing, status: 'rejected', reservedCents: ZERO }, decidedBy: by }),
    ];
  }
  if (!UNDECIDED.includes(standing.status)) return [];
  const claim = { ...standing, status: 'denied', reservedCents: ZERO } as const;
  return [ClaimDenied({ ...common, claim, deniedBy: by, appealableUntil: act.appealableUntil })];
}

function winning(
  { standing: side, reason }: ResolveContest,
  act: ClaimAct,
  { losers, denied }: Contest,
  state: Readonly<IncentivesState>,
): NewEventOf<typeof ContestResolved> | Refusal {
  const { standing, rivals } = act.claim;
  const gone = losers.map((loser) => loser.standing.claimId).filter((id) => !denied.has(id) && rivals.includes(id));
  const common = { standing: side, rivals: gone, resolvedBy: actingPeople(act.facts), reason };
  if (standing.status !== 'contested') {
    return ContestResolved({ ...common, claim: standing, cap: capMove(state, act, ZERO, ZERO) });
  }
  const { content } = act.facts.rules;
  const before = capMove(state, act, ZERO, ZERO);
  const reservedCents = reservationCents(standing.requestedCents, before.headroomBeforeCents, content);
  if (reservedCents === ZERO) return capExceeded(standing.requestedCents, before, content);
  const truncated = subtract(standing.requestedCents, reservedCents) > ZERO;
  const claim = { ...standing, status: 'claimed', reservedCents, truncated } as const;
  return ContestResolved({ ...common, claim, cap: capMove(state, act, ZERO, reservedCents) });
}
