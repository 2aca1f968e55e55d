import type { ExtendRound } from '#contexts/grants/commands/extend-round';
import type { GrantFacts, Known } from '#contexts/grants/decide/facts';
import { actRefused, refusal, unruled } from '#contexts/grants/decide/no';
import { beforeDeadline } from '#contexts/grants/decide/rounds/round-acts';
import type { GrantsState } from '#contexts/grants/decide/state';
import type { GrantActRefused } from '#contexts/grants/events/grant-act-refused';
import { RoundExtended } from '#contexts/grants/events/round-extended';
import { present } from '#kernel/assert/assert';
import type { Answer } from '#kernel/decider/answer';
import { accepted } from '#kernel/decider/answer';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';
import { parseInstant, plusMinutes } from '#kernel/time/instant';

/** Puts a deadline off, before it passes. */
export function extendRound(
  { quarter, closesAt: asked, reason }: ExtendRound,
  state: Readonly<GrantsState>,
  facts: Known<GrantFacts>,
): Answer<NewEventOf<typeof RoundExtended> | NewEventOf<typeof GrantActRefused>> {
  const round = beforeDeadline(quarter, state, facts.at);
  if ('kind' in round) return round;
  if (!('rules' in facts)) return unruled;
  const closesAt = present(parseInstant(asked), 'the deadline');
  const fromClosesAt = round.standing.closesAt;
  if (closesAt <= fromClosesAt) {
    const detail = `The round closes at ${fromClosesAt}; a deadline is put off, never brought forward.`;
    const no = refusal('EXTENSION_NOT_LATER', detail, { closesAt, fromClosesAt });
    return actRefused({ act: 'ExtendRound', about: quarter, partnerId: null }, no);
  }
  const graceEndsAt = plusMinutes(closesAt, facts.rules.content.graceMinutes);
  return accepted(
    RoundExtended({
      round: { ...round.standing, closesAt, graceEndsAt },
      fromClosesAt,
      reason,
      extendedBy: actingPeople(facts),
    }),
  );
}
