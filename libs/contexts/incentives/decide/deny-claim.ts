import type { DenyClaim } from '#contexts/incentives/commands/deny-claim';
import { capMove, claimActFacts, claimOf, clashOfDuties, unlessStanding } from '#contexts/incentives/decide/claim-act';
import type { IncentiveFacts } from '#contexts/incentives/decide/claim-facts';
import { midnightAfter } from '#contexts/incentives/decide/claim-facts';
import type { IncentivesState } from '#contexts/incentives/decide/state';
import { UNDECIDED } from '#contexts/incentives/decide/state';
import type { ClaimActRefused } from '#contexts/incentives/events/claim-act-refused';
import { ClaimDenied } from '#contexts/incentives/events/claim-denied';
import type { Answer } from '#kernel/decider/answer';
import { accepted, refused } from '#kernel/decider/answer';
import type { Circumstances, Sources } from '#kernel/decider/decider';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';
import { entityId } from '#kernel/ids/entity-id';
import { ZERO } from '#kernel/money/cents';
import type { Instant } from '#kernel/time/instant';

/** Also used where nobody but the clock denies (deadlines.ts). */
export interface DenialFacts extends IncentiveFacts {
  readonly appealableUntil: Instant;
}

export function denialFacts(
  command: Pick<DenyClaim, 'claimId'>,
  state: Readonly<IncentivesState>,
  circumstances: Circumstances,
  sources: Sources,
): DenialFacts | Circumstances {
  const facts = claimActFacts(command, state, circumstances, sources);
  if (!('partner' in facts)) return facts;
  return { appealableUntil: midnightAfter(facts, facts.rules.content.appealWindowDays, sources), ...facts };
}

/** Decides a denial: possible until the claim is decided, by anybody who did not submit it. */
export function denyClaim(
  command: DenyClaim,
  state: Readonly<IncentivesState>,
  facts: DenialFacts | Circumstances,
): Answer<NewEventOf<typeof ClaimDenied> | NewEventOf<typeof ClaimActRefused>> {
  const act = claimOf(command.claimId, state, facts);
  if ('kind' in act) return act;
  const no = unlessStanding(act, 'deny', UNDECIDED);
  if (no !== undefined) return no;
  const clash = clashOfDuties(act, 'deny', { submitted: act.claim.duties.submitted });
  if (clash !== undefined) return refused(clash);
  const { standing } = act.claim;
  return accepted(
    ClaimDenied({
      claim: { ...standing, status: 'denied', reservedCents: ZERO },
      decisionId: entityId('dec', facts.commandId),
      releasedCents: standing.reservedCents,
      cap: capMove(state, act, standing.reservedCents, ZERO),
      rivals: act.claim.rivals,
      deniedBy: actingPeople(facts),
      reason: command.reason,
      appealableUntil: (facts as DenialFacts).appealableUntil,
    }),
  );
}
