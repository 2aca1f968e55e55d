import type { ResubmitClaim } from '#contexts/incentives/commands/resubmit-claim';
import type { ClaimAct } from '#contexts/incentives/decide/claim-act';
import {
  actRefused,
  capMove,
  claimOf,
  clashOfSubmitter,
  unlessOwnStaff,
  unlessStanding,
} from '#contexts/incentives/decide/claim-act';
import type { ClaimFacts } from '#contexts/incentives/decide/claim-facts';
import { CHANGE_RULES } from '#contexts/incentives/decide/claim-rules';
import type { Considered } from '#contexts/incentives/decide/claimed-outcome';
import { holders, holdOf } from '#contexts/incentives/decide/claimed-outcome';
import { codes, unlessReceived } from '#contexts/incentives/decide/claim-stated';
import { capExceeded } from '#contexts/incentives/decide/reservation';
import { isMaterial, moneyMoved, placed, restated } from '#contexts/incentives/decide/resubmission';
import type { IncentivesState } from '#contexts/incentives/decide/state';
import type { ClaimActRefused } from '#contexts/incentives/events/claim-act-refused';
import { ClaimResubmitted } from '#contexts/incentives/events/claim-resubmitted';
import type { ClaimResubmittedData } from '#contexts/incentives/events/claim-resubmitted';
import { canonical } from '#kernel/codec/canonical';
import type { Answer, NotNow } from '#kernel/decider/answer';
import { accepted, notNow, refused } from '#kernel/decider/answer';
import type { Circumstances } from '#kernel/decider/decider';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';
import { ZERO } from '#kernel/money/cents';

type Resubmitted = NewEventOf<typeof ClaimResubmitted> | NewEventOf<typeof ClaimActRefused>;

/**
 * Decides a resubmission by the partner's staff. An answer alone changes nothing else; a material edit voids a
 * verification and weighs the claim again: amount, outcome and reservation, by the rules of its date.
 */
export function resubmitClaim(
  command: ResubmitClaim,
  state: Readonly<IncentivesState>,
  facts: ClaimFacts | Circumstances,
): Answer<Resubmitted> {
  const act = claimOf(command.claimId, state, facts);
  if ('kind' in act) return act;
  const no =
    unlessOwnStaff(act) ??
    unlessStanding(act, 'resubmit', ['claimed', 'information-requested', 'verified']) ??
    ifOverdue(act);
  if (no !== undefined) return no;
  const clash = clashOfSubmitter(act, 'resubmit');
  if (clash !== undefined) return refused(clash);
  const claim: Considered = { ...restated(command, act), state, facts: facts as ClaimFacts };
  if (isMaterial(claim.command, act.claim)) return weighed(command, act, claim);
  if (command.answer === undefined) return notNow('NOTHING_CHANGED', 'Neither an answer nor a change was sent.');
  return accepted(answered(command, act, state));
}

/** Late is late, however long the deadline's own command takes to come. */
function ifOverdue({ claim: { answerBy, standing }, facts: { at } }: ClaimAct): NotNow | undefined {
  if (standing.status !== 'information-requested' || answerBy === null || at < answerBy) return undefined;
  return notNow('ANSWER_OVERDUE', `The answer was due before ${answerBy}; it arrived at ${at}.`, {
    answerBy,
    receivedAt: at,
  });
}

function answered(
  command: ResubmitClaim,
  act: ClaimAct,
  state: Readonly<IncentivesState>,
): NewEventOf<typeof ClaimResubmitted> {
  const { standing, stated, outcome } = act.claim;
  const { version: _version, ...same } = stated;
  const status = standing.status === 'verified' ? 'verified' : 'claimed';
  return ClaimResubmitted({
    ...said(command, act, false),
    ...same,
    claim: { ...standing, status },
    outcome,
    cap: capMove(state, act, ZERO, ZERO),
    rivals: [],
    contests: [],
  });
}

function weighed(command: ResubmitClaim, act: ClaimAct, claim: Considered): Answer<Resubmitted> {
  const absent = unlessReceived(claim);
  if (absent !== undefined) return absent;
  for (const rule of CHANGE_RULES) {
    const no = rule(claim);
    if (no !== undefined) return refused(actRefused(act.claim, 'resubmit', no));
  }
  const outcome = holdOf(claim);
  const moves = canonical(outcome) !== canonical(act.claim.outcome);
  const contests = moves ? holders(claim).map(({ standing }) => standing.claimId) : [];
  const next = placed(act, claim, contests.length === 0);
  if (contests.length === 0 && next.reservedCents === ZERO) {
    const no = capExceeded(next.requestedCents, capMove(claim.state, act, ZERO, ZERO, next), act.facts.rules.content);
    return refused(actRefused(act.claim, 'resubmit', no));
  }
  const { units, evidence } = claim.command;
  return accepted(
    ClaimResubmitted({
      ...said(command, act, true),
      claim: next,
      outcome,
      evidence: evidence.map(({ kind, sha256 }) => ({ kind, sha256 })),
      ...(units === undefined ? {} : { units }),
      ...codes(claim),
      ...moneyMoved(act, claim.state, next),
      rivals: moves ? act.claim.rivals : [],
      contests,
    }),
  );
}

/** What every resubmission says. */
function said(
  { answer }: ResubmitClaim,
  { claim, facts }: ClaimAct,
  material: boolean,
): Pick<ClaimResubmittedData, 'factsVersion' | 'material' | 'answer' | 'resubmittedBy' | 'releasedCents'> {
  return {
    factsVersion: claim.stated.version + 1,
    material,
    ...(answer === undefined ? {} : { answer }),
    resubmittedBy: actingPeople(facts),
    releasedCents: claim.standing.reservedCents,
  };
}
