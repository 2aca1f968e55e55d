import type { RequestInformation } from '#contexts/incentives/commands/request-information';
import { claimActFacts, claimOf, clashOfDuties, unlessStanding } from '#contexts/incentives/decide/claim-act';
import type { IncentiveFacts } from '#contexts/incentives/decide/claim-facts';
import { midnightAfter } from '#contexts/incentives/decide/claim-facts';
import type { IncentivesState } from '#contexts/incentives/decide/state';
import type { ClaimActRefused } from '#contexts/incentives/events/claim-act-refused';
import { InformationRequested } from '#contexts/incentives/events/information-requested';
import { informationWindowDays } from '#contexts/incentives/policy/incentives-policy';
import type { Answer } from '#kernel/decider/answer';
import { accepted, refused } from '#kernel/decider/answer';
import type { Circumstances, Sources } from '#kernel/decider/decider';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';
import type { Instant } from '#kernel/time/instant';

interface QuestionFacts extends IncentiveFacts {
  readonly answerBy: Instant;
}

export function questionFacts(
  command: RequestInformation,
  state: Readonly<IncentivesState>,
  circumstances: Circumstances,
  sources: Sources,
): QuestionFacts | Circumstances {
  const facts = claimActFacts(command, state, circumstances, sources);
  if (!('partner' in facts)) return facts;
  return { ...facts, answerBy: midnightAfter(facts, informationWindowDays(facts.rules.content), sources) };
}

/** Decides a question to the partner: about a claim that nobody has verified yet, by somebody who did not submit it. */
export function requestInformation(
  command: RequestInformation,
  state: Readonly<IncentivesState>,
  facts: QuestionFacts | Circumstances,
): Answer<NewEventOf<typeof InformationRequested> | NewEventOf<typeof ClaimActRefused>> {
  const act = claimOf(command.claimId, state, facts);
  if ('kind' in act) return act;
  const no = unlessStanding(act, 'ask about', ['claimed']);
  if (no !== undefined) return no;
  const clash = clashOfDuties(act, 'request-information', { submitted: act.claim.duties.submitted });
  if (clash !== undefined) return refused(clash);
  return accepted(
    InformationRequested({
      claim: { ...act.claim.standing, status: 'information-requested' },
      question: command.question,
      requestedBy: actingPeople(facts),
      answerBy: (facts as QuestionFacts).answerBy,
    }),
  );
}
