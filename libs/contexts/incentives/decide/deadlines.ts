import type { CloseAppealWindow } from '#contexts/incentives/commands/close-appeal-window';
import type { DenyUnansweredClaim } from '#contexts/incentives/commands/deny-unanswered-claim';
import { capMove, claimOf, unlessStanding } from '#contexts/incentives/decide/claim-act';
import type { DenialFacts } from '#contexts/incentives/decide/deny-claim';
import type { IncentivesState } from '#contexts/incentives/decide/state';
import { AppealWindowClosed } from '#contexts/incentives/events/appeal-window-closed';
import { ClaimDenied } from '#contexts/incentives/events/claim-denied';
import type { Answer, NotNow } from '#kernel/decider/answer';
import { accepted, notFound, notNow } from '#kernel/decider/answer';
import type { Circumstances } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';
import { entityId } from '#kernel/ids/entity-id';
import { ZERO } from '#kernel/money/cents';
import type { Instant } from '#kernel/time/instant';

// What the system does by itself when a moment that an event stated has passed (docs/how-to/add-a-deadline.md).

/** Decides that a question stayed unanswered: nobody denied it, so nobody is barred from deciding the appeal. */
export function denyUnansweredClaim(
  command: DenyUnansweredClaim,
  state: Readonly<IncentivesState>,
  facts: DenialFacts | Circumstances,
): Answer<NewEventOf<typeof ClaimDenied>> {
  const act = claimOf(command.claimId, state, facts);
  if ('kind' in act) return act;
  const { standing, answerBy, rivals } = act.claim;
  const no = unlessStanding(act, 'deny', ['information-requested']) ?? unlessDue(answerBy, facts);
  if (no !== undefined) return no;
  return accepted(
    ClaimDenied({
      claim: { ...standing, status: 'denied', reservedCents: ZERO },
      decisionId: entityId('dec', facts.commandId),
      releasedCents: standing.reservedCents,
      cap: capMove(state, act, standing.reservedCents, ZERO),
      rivals,
      deniedBy: [],
      reason: `The question to the partner was not answered before ${answerBy ?? ''}.`,
      appealableUntil: (facts as DenialFacts).appealableUntil,
    }),
  );
}

/** Decides that a denial is final. */
export function closeAppealWindow(
  command: CloseAppealWindow,
  state: Readonly<IncentivesState>,
  facts: Circumstances,
): Answer<NewEventOf<typeof AppealWindowClosed>> {
  const claim = state.claims.get(command.claimId);
  if (claim === undefined) return notFound;
  const { standing, appealableUntil } = claim;
  if (standing.status !== 'denied' || appealableUntil === null) {
    const detail = `${standing.claimId} is ${standing.status}, and no appeal is open.`;
    return notNow('NOT_OPEN', detail, { status: standing.status, needed: 'denied' });
  }
  return unlessDue(appealableUntil, facts) ?? accepted(AppealWindowClosed({ claim: standing, appealableUntil }));
}

/** Before its time a deadline changes nothing, whoever's clock thought otherwise. */
function unlessDue(dueAt: Instant | null, { at }: Circumstances): NotNow | undefined {
  if (dueAt !== null && at >= dueAt) return undefined;
  return notNow('NOT_DUE', `It is due at ${dueAt ?? 'no time'}; it was asked at ${at}.`, { dueAt, askedAt: at });
}
