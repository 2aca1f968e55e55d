import type { CloseRound } from '#contexts/grants/commands/close-round';
import type { GrantsState } from '#contexts/grants/decide/state';
import { proposalsOf } from '#contexts/grants/decide/state';
import { RoundClosed } from '#contexts/grants/events/round-closed';
import type { Answer } from '#kernel/decider/answer';
import { accepted, notFound, notNow } from '#kernel/decider/answer';
import type { Circumstances } from '#kernel/decider/decider';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';

/** Closes a round. Its deadline closes it too: this puts it on record, or ends the taking of proposals before. */
export function closeRound(
  { quarter }: CloseRound,
  state: Readonly<GrantsState>,
  facts: Circumstances,
): Answer<NewEventOf<typeof RoundClosed>> {
  const round = state.rounds.get(quarter);
  if (round === undefined) return notFound;
  const { standing } = round;
  if (standing.status !== 'open') {
    const detail = `The round of ${quarter} closed at ${standing.closedAt ?? standing.closesAt}.`;
    return notNow('NOT_OPEN', detail, { quarter, status: standing.status });
  }
  if (facts.at < standing.opensAt) {
    return notNow('NOT_OPEN', `The round of ${quarter} opens at ${standing.opensAt}.`, { quarter });
  }
  const proposals = proposalsOf(state, quarter);
  const waiting = proposals.filter(({ standing: { status } }) => status === 'awaiting-cosignature');
  return accepted(
    RoundClosed({
      round: { ...standing, status: 'closed', closedAt: facts.at },
      early: facts.at < standing.closesAt,
      submitted: proposals.filter(({ standing: { status } }) => status === 'submitted').length,
      awaitingCosignature: waiting.map(({ standing: { proposalId } }) => proposalId),
      closedBy: actingPeople(facts),
    }),
  );
}
