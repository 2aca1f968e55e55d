import type { AmendAward } from '#contexts/grants/commands/amend-award';
import type { AwardAct, DueFacts } from '#contexts/grants/decide/awards/award-act';
import { aboutAward, awardOf, unlessAward } from '#contexts/grants/decide/awards/award-act';
import type { Known } from '#contexts/grants/decide/facts';
import { actRefused, clashOfDuties, refusal } from '#contexts/grants/decide/no';
import { awardMove } from '#contexts/grants/decide/pool/pool-money';
import type { GrantsState } from '#contexts/grants/decide/state';
import type { AwardChanges } from '#contexts/grants/events/award-amended';
import { AwardAmended } from '#contexts/grants/events/award-amended';
import type { AwardStanding } from '#contexts/grants/events/award-standing';
import type { GrantActRefused } from '#contexts/grants/events/grant-act-refused';
import type { Answer, Refusal } from '#kernel/decider/answer';
import { accepted, notNow } from '#kernel/decider/answer';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';
import { add, dollars, subtract } from '#kernel/money/cents';

/** Decides an amendment: an agreed change that never raises money. Of an advance, what is less is owed back. */
export function amendAward(
  command: AmendAward,
  state: Readonly<GrantsState>,
  known: Known<DueFacts>,
): Answer<NewEventOf<typeof AwardAmended> | NewEventOf<typeof GrantActRefused>> {
  const act = awardOf(command.awardId, state, known);
  if ('kind' in act) return act;
  const not = unlessAward(act, 'amend', ['accepted', 'reported']);
  if (not !== undefined) return not;
  const { award, facts } = act;
  const changes = changesOf(command);
  if (Object.keys(changes).length === 0) return notNow('NOTHING_CHANGED', 'The amendment changes nothing.');
  const people = actingPeople(facts);
  const no =
    clashOfDuties(people, facts, award.submitted, 'AmendAward') ??
    raises(command, award.standing) ??
    reversed(command, act);
  if (no !== undefined) return actRefused(aboutAward(act, 'AmendAward'), no);
  const standing = amended(award.standing, changes, facts);
  const move = awardMove(state, award.standing, standing);
  return accepted(AwardAmended({ award: standing, move, changes, reason: command.reason, approvedBy: people }));
}

function changesOf({ acceptedCents, startsOn, endsOn, useCase }: AmendAward): AwardChanges {
  return {
    ...(acceptedCents === undefined ? {} : { acceptedCents }),
    ...(startsOn === undefined ? {} : { startsOn }),
    ...(endsOn === undefined ? {} : { endsOn }),
    ...(useCase === undefined ? {} : { useCase }),
  };
}

function raises({ acceptedCents }: AmendAward, standing: AwardStanding): Refusal | undefined {
  const mostCents = standing.acceptedCents;
  if (acceptedCents === undefined || acceptedCents <= mostCents) return undefined;
  const detail = `${dollars(mostCents)} was accepted; an amendment never raises money, and ${dollars(acceptedCents)} is more.`;
  return refusal('AMENDMENT_RAISES', detail, { acceptedCents, mostCents }, { acceptedCents: mostCents });
}

function reversed(command: AmendAward, { award }: AwardAct): Refusal | undefined {
  const startsOn = command.startsOn ?? award.startsOn;
  const endsOn = command.endsOn ?? award.endsOn;
  if (startsOn <= endsOn) return undefined;
  const detail = `The activity would end (${endsOn}) before it starts (${startsOn}).`;
  return refusal('DATES_REVERSED', detail, { startsOn, endsOn });
}

function amended(standing: AwardStanding, { acceptedCents }: AwardChanges, { reportDueAt }: DueFacts): AwardStanding {
  const accepts = acceptedCents ?? standing.acceptedCents;
  const less = subtract(standing.acceptedCents, accepts);
  const money =
    standing.payment === 'advance'
      ? { owedBackCents: add(standing.owedBackCents, less) }
      : { netCents: subtract(standing.netCents, less) };
  return { ...standing, acceptedCents: accepts, reportDueAt, ...money };
}
