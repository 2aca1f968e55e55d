import type { AllocateRound } from '#contexts/grants/commands/allocate-round';
import type { AllocationFacts } from '#contexts/grants/decide/allocation/allocation-facts';
import { decidable, reviewsMissing, unlessSame } from '#contexts/grants/decide/allocation/decidable';
import { givenCents } from '#contexts/grants/decide/allocation/allocate';
import { slateOf } from '#contexts/grants/decide/allocation/slate-of';
import { ifParty } from '#contexts/grants/decide/allocation/party';
import type { Known } from '#contexts/grants/decide/facts';
import type { About } from '#contexts/grants/decide/no';
import { actRefused, refusal } from '#contexts/grants/decide/no';
import { offering } from '#contexts/grants/decide/pool/pool-money';
import { yearOf } from '#contexts/grants/decide/quarters';
import type { GrantsState } from '#contexts/grants/decide/state';
import type { GrantActRefused } from '#contexts/grants/events/grant-act-refused';
import type { RoundAllocatedData } from '#contexts/grants/events/round-allocated';
import { RoundAllocated } from '#contexts/grants/events/round-allocated';
import { present } from '#kernel/assert/assert';
import type { Answer, Refusal } from '#kernel/decider/answer';
import { accepted } from '#kernel/decider/answer';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';
import type { PersonId } from '#kernel/ids/entity-id';
import { entityId } from '#kernel/ids/entity-id';

type Decided = NewEventOf<typeof RoundAllocated> | NewEventOf<typeof GrantActRefused>;

/**
 * Decides the whole round, once, by two people (who confirms acts, for who asked) on the slate that both have seen. When the inputs moved since the first
 * one asked, the slate's hash is another and nothing is decided.
 */
export function allocateRound(
  command: AllocateRound,
  state: Readonly<GrantsState>,
  known: Known<AllocationFacts>,
): Answer<Decided> {
  const { quarter, slateHash } = command;
  const ready = decidable(quarter, state, known);
  if ('kind' in ready) return ready;
  const { round, facts } = ready;
  const people = actingPeople(facts);
  const [confirmer, asker] = people;
  if (confirmer === undefined || asker === undefined) return actRefused(aboutRound(quarter), onePerson(confirmer));
  const no = ifParty(people, state, quarter, facts);
  if (no !== undefined) return actRefused(aboutRound(quarter), no);
  const missing = reviewsMissing(state, quarter, facts);
  if (missing !== undefined) return missing;
  const slate = slateOf(state, round, facts);
  const changed = unlessSame(slate, slateHash);
  if (changed !== undefined) return changed;
  const pool = present(state.pools.get(yearOf(quarter)), 'the pool of a round').standing;
  return accepted(
    RoundAllocated({
      round: { ...round.standing, status: 'allocated', closedAt: round.standing.closedAt ?? round.standing.closesAt },
      decisionId: entityId('dec', facts.commandId),
      slate,
      pool: offering(pool, givenCents(slate.lines)),
      payment: facts.rules.content.payment,
      offersLapseAt: facts.offersLapseAt,
      requestedBy: [asker],
      confirmedBy: [confirmer],
      ...stillWaiting(state, quarter),
    }),
  );
}

const aboutRound = (about: string): About => ({ act: 'AllocateRound', about, partnerId: null });

function onePerson(person: PersonId | undefined): Refusal {
  const detail = 'Two people decide a round: another person than the one who asked must confirm.';
  return refusal('SOD', detail, { person: person ?? null, act: 'AllocateRound' });
}

/** The wait of the year's earlier rounds ends here. */
function stillWaiting(
  state: Readonly<GrantsState>,
  quarter: string,
): Pick<RoundAllocatedData, 'waitlistEnded' | 'endedRounds'> {
  const waiting = [...state.rounds.values()].filter(
    ({ standing, allocation }) =>
      yearOf(standing.quarter) === yearOf(quarter) &&
      standing.quarter < quarter &&
      allocation !== null &&
      allocation.waiting.size > 0,
  );
  return {
    waitlistEnded: waiting.flatMap(({ allocation }) => [...(allocation?.waiting.keys() ?? [])]),
    endedRounds: waiting.map(({ standing }) => standing.quarter),
  };
}
