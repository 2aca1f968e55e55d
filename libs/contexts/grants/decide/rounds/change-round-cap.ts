import type { ChangeRoundCap } from '#contexts/grants/commands/change-round-cap';
import type { GrantFacts, Known } from '#contexts/grants/decide/facts';
import { actRefused, refusal, unruled } from '#contexts/grants/decide/no';
import { beforeDeadline } from '#contexts/grants/decide/rounds/round-acts';
import type { GrantsState } from '#contexts/grants/decide/state';
import { proposalsOf } from '#contexts/grants/decide/state';
import type { GrantActRefused } from '#contexts/grants/events/grant-act-refused';
import { RoundCapChanged } from '#contexts/grants/events/round-cap-changed';
import type { Answer } from '#kernel/decider/answer';
import { accepted, notNow } from '#kernel/decider/answer';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';
import { dollars } from '#kernel/money/cents';

/** Changes the frozen cap before the close (examples.md E12); the event names the partners that are to be told. */
export function changeRoundCap(
  { quarter, capPerPartnerCents, reason }: ChangeRoundCap,
  state: Readonly<GrantsState>,
  facts: Known<GrantFacts>,
): Answer<NewEventOf<typeof RoundCapChanged> | NewEventOf<typeof GrantActRefused>> {
  const round = beforeDeadline(quarter, state, facts.at);
  if ('kind' in round) return round;
  if (!('rules' in facts)) return unruled;
  const fromCents = round.standing.capPerPartnerCents;
  if (capPerPartnerCents === fromCents) {
    return notNow('NOTHING_CHANGED', `The cap is ${dollars(fromCents)} already.`, { capPerPartnerCents });
  }
  const leastCents = facts.rules.content.minimumPartialCents;
  if (capPerPartnerCents < leastCents) {
    const detail = `A cap is at least ${dollars(leastCents)}; ${dollars(capPerPartnerCents)} was asked for.`;
    const pass = { capPerPartnerCents: leastCents };
    const no = refusal('AMOUNT_OUT_OF_BOUNDS', detail, { capPerPartnerCents, leastCents }, pass);
    return actRefused({ act: 'ChangeRoundCap', about: quarter, partnerId: null }, no);
  }
  const live = proposalsOf(state, quarter).filter(({ standing: { status } }) => status !== 'withdrawn');
  return accepted(
    RoundCapChanged({
      round: { ...round.standing, capPerPartnerCents },
      fromCents,
      reason,
      notified: [...new Set(live.map(({ standing: { partnerId } }) => partnerId))].sort(),
      changedBy: actingPeople(facts),
    }),
  );
}
