import type { ResubmitClaim } from '#contexts/incentives/commands/resubmit-claim';
import type { ClaimAct } from '#contexts/incentives/decide/claim-act';
import { capMove, claimActFacts } from '#contexts/incentives/decide/claim-act';
import type { ClaimFacts, IncentiveFacts } from '#contexts/incentives/decide/claim-facts';
import { erasedOf, incentiveFacts, windowEnd } from '#contexts/incentives/decide/claim-facts';
import type { ClaimedOutcome, Considered } from '#contexts/incentives/decide/claimed-outcome';
import { catalogueCents } from '#contexts/incentives/decide/claimed-outcome';
import { flagsOf } from '#contexts/incentives/decide/claim-stated';
import { reservationCents } from '#contexts/incentives/decide/reservation';
import type { Claim, IncentivesState } from '#contexts/incentives/decide/state';
import type { ClaimResubmittedData } from '#contexts/incentives/events/claim-resubmitted';
import type { ClaimStanding } from '#contexts/incentives/events/claim-standing';
import { inForce } from '#contexts/incentives/facts/policies';
import { canonical } from '#kernel/codec/canonical';
import type { Circumstances, Sources } from '#kernel/decider/decider';
import { add, ZERO } from '#kernel/money/cents';
import { programYearOf } from '#kernel/time/program-calendar';

/** Facts of a resubmission: a new date chooses its own rules, the same date keeps those that the claim was made under. */
export function resubmissionFacts(
  command: ResubmitClaim,
  state: Readonly<IncentivesState>,
  circumstances: Circumstances,
  sources: Sources,
): ClaimFacts | Circumstances {
  const claim = state.claims.get(command.claimId);
  if (claim === undefined) return circumstances;
  const { partnerId, outcomeDate: before } = claim.standing;
  const outcomeDate = command.outcomeDate ?? before;
  const facts: IncentiveFacts | Circumstances | undefined =
    outcomeDate === before
      ? claimActFacts(command, state, circumstances, sources)
      : incentiveFacts(partnerId, (policies) => inForce(policies, outcomeDate), circumstances, sources);
  if (!isWhole(facts)) return circumstances;
  const windowClosesAt = windowEnd(outcomeDate, facts.rules, sources);
  const erased = erasedOf(command.evidence ?? claim.stated.evidence, sources);
  return { ...facts, claimedAt: claim.claimedAt, windowClosesAt, erased };
}

const isWhole = (facts: IncentiveFacts | Circumstances | undefined): facts is IncentiveFacts =>
  facts !== undefined && 'rules' in facts;

/** The claim as the partner states it now. */
export function restated(
  { outcomeDate, units, courseCode, policyCode, evidence }: ResubmitClaim,
  { claim: { standing, stated } }: ClaimAct,
): Pick<Considered, 'command' | 'self'> {
  const { claimId, partnerId, outcomeType, subjectId } = standing;
  const command = {
    ...{ partnerId, outcomeType, subjectId, outcomeDate: outcomeDate ?? standing.outcomeDate },
    ...optional('units', units ?? stated.units),
    ...optional('courseCode', courseCode ?? stated.courseCode),
    ...optional('policyCode', policyCode ?? stated.policyCode),
    evidence: evidence ?? stated.evidence,
  };
  return { command, self: claimId };
}

/** Whether anything that the claim is judged by changed. */
export function isMaterial(
  { outcomeDate, units, courseCode, policyCode, evidence }: ClaimedOutcome,
  { standing, stated }: Claim,
): boolean {
  const files = evidence.map(({ kind, sha256 }) => ({ kind, sha256 }));
  return (
    outcomeDate !== standing.outcomeDate ||
    units !== stated.units ||
    courseCode !== stated.courseCode ||
    policyCode !== stated.policyCode ||
    canonical(files) !== canonical(stated.evidence)
  );
}

/** How the claim stands when it is weighed again. Flags only grow: an older version's evidence was looked at, not unseen. */
export function placed({ claim }: ClaimAct, considered: Considered, free: boolean): ClaimStanding {
  const { command, state, facts } = considered;
  const { standing, stated } = claim;
  const requestedCents = catalogueCents(considered);
  const programYear = programYearOf(command.outcomeDate, facts.rules.content.program);
  const own = programYear === standing.programYear ? standing.reservedCents : ZERO;
  const { headroomBeforeCents } = capMove(state, { claim, facts }, ZERO, ZERO, { ...standing, programYear });
  const left = add(own, headroomBeforeCents);
  const reservedCents = free ? reservationCents(requestedCents, left, facts.rules.content) : ZERO;
  const fresh = command.evidence.filter(({ sha256 }) => !stated.evidence.some((known) => known.sha256 === sha256));
  return {
    ...standing,
    status: free ? 'claimed' : 'contested',
    programYear,
    outcomeDate: command.outcomeDate,
    requestedCents,
    reservedCents,
    truncated: free && reservedCents < requestedCents,
    flags: [...new Set([...standing.flags, ...flagsOf(considered, fresh)])].sort(),
    policy: facts.policy,
  };
}

/** The caps that the change moves: of one program year, or of two when the date moved the claim to another. */
export function moneyMoved(
  act: ClaimAct,
  state: Readonly<IncentivesState>,
  next: ClaimStanding,
): Pick<ClaimResubmittedData, 'cap' | 'left'> {
  const { reservedCents, programYear } = act.claim.standing;
  if (next.programYear === programYear) return { cap: capMove(state, act, reservedCents, next.reservedCents) };
  return {
    cap: capMove(state, act, ZERO, next.reservedCents, next),
    left: { programYear, cap: capMove(state, act, reservedCents, ZERO) },
  };
}

const optional = <K extends string, V>(name: K, value: V | undefined): Partial<Record<K, V>> =>
  (value === undefined ? {} : { [name]: value }) as Partial<Record<K, V>>;
