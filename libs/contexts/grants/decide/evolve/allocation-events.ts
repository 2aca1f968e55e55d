import { settlePool, usePartner } from '#contexts/grants/decide/evolve/settle';
import { follow } from '#contexts/grants/decide/evolve/proposal-events';
import { leftFor } from '#contexts/grants/decide/pool/pool-money';
import { yearOf } from '#contexts/grants/decide/quarters';
import type { Allocation, GrantsState, PartnerUsage, Proposal, Round } from '#contexts/grants/decide/state';
import { proposalsOf, quarterUsed, validReviews, yearNet } from '#contexts/grants/decide/state';
import type { Offering } from '#contexts/grants/events/award-standing';
import { offerOf } from '#contexts/grants/events/award-standing';
import type { RoundAllocated } from '#contexts/grants/events/round-allocated';
import type { Slate, SlateLine } from '#contexts/grants/events/slate';
import type { WaitlistPromoted } from '#contexts/grants/events/waitlist-promoted';
import { assert, present } from '#kernel/assert/assert';
import { receivedAt } from '#kernel/decider/received-at';
import type { PartnerId, PersonId, ProposalId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import { subtract, sum, ZERO } from '#kernel/money/cents';

/** A round is decided: every proposal of it gets its line's outcome, every funded line an offer. */
export function allocated(state: GrantsState, event: RoundAllocated): GrantsState {
  const { data, revision } = event;
  const { quarter } = data.round;
  const round = present(state.rounds.get(quarter), 'the round of an allocation');
  assert(round.standing.status !== 'allocated' && data.round.status === 'allocated', 'a round is decided once', {
    quarter,
  });
  assertComplete(state, data.slate);
  assertMoney(state, data.slate, round);
  const usageBefore = usages(state, data.slate);
  const people = [...data.requestedBy, ...data.confirmedBy];
  assert(new Set(people).size === people.length && data.requestedBy.length > 0, 'two people decide a round', {
    quarter,
  });
  round.standing = data.round;
  round.touched = revision;
  const waiting = new Map<ProposalId, SlateLine>();
  for (const line of data.slate.lines) {
    decideLine(state, line, { ...data, quarter }, people, revision, ['submitted']);
    if (line.outcome === 'waitlisted') waiting.set(line.proposalId, line);
  }
  for (const { proposalId } of data.slate.leftOut) leaveOut(state, proposalId, revision);
  settleOffers(state, data.slate.lines, data.pool, revision);
  endWaiting(state, data.waitlistEnded, revision);
  round.allocation = {
    ...{ slate: data.slate, usageBefore, decidedBy: people, decidedOn: receivedAt(event), waiting },
  } satisfies Allocation;
  return state;
}

/** Lines that waited are decided by money that came free. */
export function promoted(state: GrantsState, { data, revision }: WaitlistPromoted): GrantsState {
  const round = present(state.rounds.get(data.quarter), 'the round of a promotion');
  const allocation = present(round.allocation, 'the decision that a promotion follows');
  const given = sum(data.lines.map(({ awardedCents }) => awardedCents));
  const left = leftFor(present(state.pools.get(yearOf(data.quarter)), 'the pool of a round'), data.quarter);
  assert(data.leftBeforeCents === left && data.leftAfterCents === subtract(left, given), 'the money of a promotion', {
    ...{ quarter: data.quarter, left, given },
  });
  for (const line of data.lines) {
    assert(allocation.waiting.delete(line.proposalId), 'only a line that waits is promoted', { ...line });
    const people = [...new Set([...allocation.decidedBy, ...data.promotedBy])];
    decideLine(state, line, data, people, revision, ['waitlisted']);
  }
  settleOffers(state, data.lines, data.pool, revision);
  round.touched = revision;
  return state;
}

function decideLine(
  state: GrantsState,
  line: SlateLine,
  offering: Offering,
  approved: readonly PersonId[],
  revision: number,
  from: Parameters<typeof follow>[3],
): void {
  const proposal = present(state.proposals.get(line.proposalId), 'the proposal of a line');
  follow(state, { ...proposal.standing, status: line.outcome }, revision, from, line.outcome);
  const funded = line.outcome === 'awarded' || line.outcome === 'partial';
  assert(funded === line.awardedCents > 0, 'a funded line has money, and no other has', { ...line });
  if (funded) offer(state, line, offering, approved, proposal, revision);
}

function offer(
  state: GrantsState,
  line: SlateLine,
  offering: Offering,
  approved: readonly PersonId[],
  proposal: Proposal,
  revision: number,
): void {
  const standing = offerOf(line, offering);
  const { awardId, partnerId, offeredCents } = standing;
  assert(!state.awards.has(awardId), 'a proposal has one award', { awardId });
  const verified = validReviews(proposal).map(({ reviewer }) => reviewer);
  state.awards.set(awardId, {
    standing,
    startsOn: proposal.startsOn,
    endsOn: proposal.endsOn,
    submitted: [...proposal.submitters],
    verified,
    approved,
    touched: revision,
  });
  const holders = [...proposal.submitters, ...verified, ...approved];
  assert(new Set(holders).size === holders.length, 'nobody holds two duties on one award', { awardId });
  state.awardsOf.set(partnerId, (state.awardsOf.get(partnerId) ?? new Set()).add(awardId));
  usePartner(state, standing, { cap: offeredCents, net: offeredCents });
}

function settleOffers(
  state: GrantsState,
  lines: readonly SlateLine[],
  pool: RoundAllocated['data']['pool'],
  revision: number,
): void {
  const offered = sum(lines.map(({ awardedCents }) => awardedCents));
  settlePool(state, pool, { offered, awarded: ZERO, returned: ZERO }, revision);
}

function leaveOut(state: GrantsState, proposalId: ProposalId, revision: number): void {
  const { standing } = present(state.proposals.get(proposalId), 'a proposal that is left out');
  follow(state, { ...standing, status: 'left-out' }, revision, ['awaiting-cosignature', 'submitted'], 'left-out');
}

/** The wait of earlier rounds ends with this decision: what was not promoted until now is not funded. */
function endWaiting(state: GrantsState, ended: readonly ProposalId[], revision: number): void {
  for (const proposalId of ended) {
    const { standing } = present(state.proposals.get(proposalId), 'a proposal that waited');
    follow(state, { ...standing, status: 'not-funded' }, revision, ['waitlisted'], 'not-funded');
    assert(
      state.rounds.get(standing.quarter)?.allocation?.waiting.delete(proposalId) === true,
      'only what waits ends its wait',
      { proposalId },
    );
  }
}

/** Every proposal of the round that could still count is on the slate once, and no other. */
function assertComplete(state: GrantsState, { quarter, lines, leftOut }: Slate): void {
  const open = proposalsOf(state, quarter).filter(({ standing: { status } }) =>
    ['submitted', 'awaiting-cosignature'].includes(status),
  );
  const named = new Set([...lines, ...leftOut].map(({ proposalId }) => proposalId));
  assert(
    named.size === lines.length + leftOut.length &&
      named.size === open.length &&
      open.every(({ standing }) => named.has(standing.proposalId)),
    'a slate is complete',
    { quarter, open: open.length, named: named.size },
  );
}

function assertMoney(state: GrantsState, slate: Slate, { standing }: Round): void {
  const { quarter, leftBeforeCents, leftAfterCents, lines, capPerPartnerCents } = slate;
  const given = sum(lines.map(({ awardedCents }) => awardedCents));
  const left: Cents = leftFor(present(state.pools.get(yearOf(quarter)), 'the pool of a round'), quarter);
  assert(leftBeforeCents === left && leftAfterCents === subtract(left, given), 'the money of an allocation', {
    ...{ quarter, left, given, leftBeforeCents, leftAfterCents },
  });
  assert(leftAfterCents >= 0, 'a round gives no more than it has', { quarter, leftAfterCents });
  assert(capPerPartnerCents === standing.capPerPartnerCents, 'a slate goes by the frozen cap', { quarter });
}

function usages(state: GrantsState, { quarter, lines }: Slate): ReadonlyMap<PartnerId, PartnerUsage> {
  const partners = new Set(lines.map(({ partnerId }) => partnerId));
  return new Map(
    [...partners].map((partnerId) => [
      partnerId,
      {
        quarterUsedCents: quarterUsed(state, partnerId, quarter),
        yearNetCents: yearNet(state, partnerId, yearOf(quarter)),
      },
    ]),
  );
}
