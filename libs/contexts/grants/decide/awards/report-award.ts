import type { ReportAward } from '#contexts/grants/commands/report-award';
import { aboutAward, awardOf, decidersOf, unlessAward } from '#contexts/grants/decide/awards/award-act';
import type { Known, PartnerFacts } from '#contexts/grants/decide/facts';
import { actRefused, clashWith, refusal } from '#contexts/grants/decide/no';
import { isStaff } from '#contexts/grants/decide/proposals/applicants';
import type { GrantsState } from '#contexts/grants/decide/state';
import { AwardReported } from '#contexts/grants/events/award-reported';
import type { GrantActRefused } from '#contexts/grants/events/grant-act-refused';
import type { Answer, Refusal } from '#kernel/decider/answer';
import { accepted, notFound } from '#kernel/decider/answer';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';

/** Takes an expense report; a later one replaces it until it is accepted. */
export function reportAward(
  command: ReportAward,
  state: Readonly<GrantsState>,
  known: Known<PartnerFacts>,
): Answer<NewEventOf<typeof AwardReported> | NewEventOf<typeof GrantActRefused>> {
  const act = awardOf(command.awardId, state, known);
  if ('kind' in act || !isStaff(act.facts, act.facts.principal)) return notFound;
  const not = unlessAward(act, 'report on', ['accepted', 'reported']);
  if (not !== undefined) return not;
  const people = actingPeople(act.facts);
  const no = clashWith(people, decidersOf(act.award), 'ReportAward') ?? twiceTold(command);
  if (no !== undefined) return actRefused(aboutAward(act, 'ReportAward'), no);
  const { spentCents, actualOutcomes, note, evidence } = command;
  return accepted(
    AwardReported({
      award: { ...act.award.standing, status: 'reported', spentCents },
      actualOutcomes: actualOutcomes.map(({ metric, actual }) => ({ metric, actual })),
      ...(note === undefined ? {} : { note }),
      evidence: (evidence ?? []).map(({ kind, sha256 }) => ({ kind, sha256 })),
      reportedBy: people,
    }),
  );
}

function twiceTold({ actualOutcomes }: ReportAward): Refusal | undefined {
  const metrics = actualOutcomes.map(({ metric }) => metric);
  const twice = metrics.find((metric, index) => metrics.indexOf(metric) !== index);
  if (twice === undefined) return undefined;
  return refusal('OUTCOME_REPEATED', `Two numbers are told for ${twice}; one is enough.`, { metric: twice });
}
