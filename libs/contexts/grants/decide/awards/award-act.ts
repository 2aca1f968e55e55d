import type { Known, PartnerFacts } from '#contexts/grants/decide/facts';
import { awardFacts } from '#contexts/grants/decide/facts';
import type { About } from '#contexts/grants/decide/no';
import type { Award, GrantsState } from '#contexts/grants/decide/state';
import type { AwardStatus } from '#contexts/grants/events/award-standing';
import { present } from '#kernel/assert/assert';
import type { NotNow } from '#kernel/decider/answer';
import { notFound, notNow } from '#kernel/decider/answer';
import type { Circumstances, Sources } from '#kernel/decider/decider';
import type { AwardId, PersonId } from '#kernel/ids/entity-id';
import type { Instant } from '#kernel/time/instant';
import type { PlainDate } from '#kernel/time/plain-date';
import { addDays } from '#kernel/time/plain-date';

export interface AwardAct<F extends PartnerFacts = PartnerFacts> {
  readonly award: Award;
  readonly facts: F;
}

/** The award that an act is about, or "not found". */
export function awardOf<F extends PartnerFacts>(
  awardId: AwardId,
  state: Readonly<GrantsState>,
  facts: Known<F>,
): AwardAct<F> | NotNow {
  const award = state.awards.get(awardId);
  return award === undefined || !('partner' in facts) ? notFound : { award, facts };
}

/** An answer when the award does not stand where the act needs it. */
export function unlessAward(
  { award: { standing } }: AwardAct,
  act: string,
  allowed: readonly AwardStatus[],
): NotNow | undefined {
  const { status, awardId } = standing;
  if (allowed.includes(status)) return undefined;
  const needed = allowed.join(' or ');
  return notNow('NOT_OPEN', `${awardId} is ${status}; to ${act} it, it must be ${needed}.`, { status, needed });
}

/** For the record of a refused act on the award. */
export const aboutAward = ({ award: { standing } }: AwardAct, act: string): About => ({
  act,
  about: standing.awardId,
  partnerId: standing.partnerId,
});

/** Everyone who holds a duty on the award's money but "submit". */
export const decidersOf = ({ verified, approved }: Award): readonly PersonId[] => [...verified, ...approved];

/** For acts that set or move the date by which the partner reports, or make money due. */
export interface DueFacts extends PartnerFacts {
  /** Local midnight after the policy's days from the activity's end; of the award as it would stand after the act. */
  readonly reportDueAt: Instant;
  /** The program's day of the round's decision. */
  readonly roundDate: PlainDate;
}

export function dueFacts(
  command: { readonly awardId: AwardId; readonly endsOn?: PlainDate },
  state: Readonly<GrantsState>,
  circumstances: Circumstances,
  sources: Sources,
): Known<DueFacts> {
  const facts = awardFacts(command, state, circumstances, sources);
  const award = state.awards.get(command.awardId);
  if (!('partner' in facts) || award === undefined) return circumstances;
  const { program, reportDays } = facts.rules.content;
  const lastDay = addDays(command.endsOn ?? award.endsOn, reportDays + 1);
  const round = present(state.rounds.get(award.standing.quarter), 'the round of an award');
  const { decidedOn } = present(round.allocation, 'the decision of a round');
  return {
    ...facts,
    reportDueAt: sources.calendar.startOf(lastDay, program.zone),
    roundDate: sources.calendar.dateAt(decidedOn, program.zone),
  };
}
