import { capCentsOf } from '#contexts/incentives/decide/cap';
import type { IncentiveFacts } from '#contexts/incentives/decide/claim-facts';
import { incentiveFacts } from '#contexts/incentives/decide/claim-facts';
import type { Claim, HeldDuties, IncentivesState } from '#contexts/incentives/decide/state';
import { capYearOf, headroomCents } from '#contexts/incentives/decide/state';
import type { ClaimActRefusedData } from '#contexts/incentives/events/claim-act-refused';
import { ClaimActRefused } from '#contexts/incentives/events/claim-act-refused';
import type { CapMove, ClaimStanding, ClaimStatus } from '#contexts/incentives/events/claim-standing';
import type { IncentivesPolicyPublishedData } from '#contexts/incentives/events/incentives-policy-published';
import { worksFor } from '#contexts/incentives/facts/partner-standing';
import type { IncentivesPolicies } from '#contexts/incentives/facts/policies';
import type { NotNow, Refusal } from '#kernel/decider/answer';
import { notFound, notNow } from '#kernel/decider/answer';
import type { Circumstances, Sources } from '#kernel/decider/decider';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';
import type { ClaimId, PersonId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import { subtract } from '#kernel/money/cents';

type ClaimActFacts = IncentiveFacts | Circumstances;

/** Facts for an act on an existing claim: its partner's, and the rules that it was made under. */
export function claimActFacts(
  command: { readonly claimId: ClaimId },
  state: Readonly<IncentivesState>,
  circumstances: Circumstances,
  sources: Sources,
): ClaimActFacts {
  const claim = state.claims.get(command.claimId);
  if (claim === undefined) return circumstances;
  const { partnerId, policy } = claim.standing;
  const choose = ({ versions }: Readonly<IncentivesPolicies>): IncentivesPolicyPublishedData | undefined =>
    versions.find(({ version }) => version === policy.version);
  return incentiveFacts(partnerId, choose, circumstances, sources) ?? circumstances;
}

export interface ClaimAct {
  readonly claim: Claim;
  readonly facts: IncentiveFacts;
}

/** The claim that an act is about, or "not found". */
export function claimOf(claimId: ClaimId, state: Readonly<IncentivesState>, facts: ClaimActFacts): ClaimAct | NotNow {
  const claim = state.claims.get(claimId);
  return claim === undefined || !('partner' in facts) ? notFound : { claim, facts };
}

/** An answer when the claim does not stand where the act needs it. */
export function unlessStanding({ claim }: ClaimAct, act: string, allowed: readonly ClaimStatus[]): NotNow | undefined {
  const { status, claimId } = claim.standing;
  if (allowed.includes(status)) return undefined;
  const detail = `${claimId} is ${status}; to ${act} it, it must be ${allowed.join(' or ')}.`;
  return notNow('NOT_OPEN', detail, { status, needed: allowed.join(' or ') });
}

/** An answer when another partner claims the same outcome. */
export function ifContested({ claim }: ClaimAct): NotNow | undefined {
  if (claim.rivals.length === 0 && claim.standing.status !== 'contested') return undefined;
  const detail = 'Another partner claims the same outcome; program staff must first resolve which claim stands.';
  return notNow('CONTESTED', detail, { claimId: claim.standing.claimId });
}

/**
 * The refusal when an acting person already holds one of the `held` duties on this money, or works for the partner that
 * it would go to; its figures name the duty. Judged by person, whatever role they act in today (domain.md section 2).
 */
export function clashOfDuties(
  { claim, facts }: ClaimAct,
  act: ClaimActRefusedData['act'],
  held: HeldDuties,
): NewEventOf<typeof ClaimActRefused> | undefined {
  for (const person of actingPeople(facts)) {
    const figures = { person, act, claimId: claim.standing.claimId };
    if (worksFor(facts.partner, person, facts.today)) {
      const detail = 'Nobody decides on a claim of their own partner.';
      return actRefused(claim, act, { because: 'SOD', detail, figures: { ...figures, held: 'partner' } });
    }
    const duty = dutyOf(person, held);
    if (duty === undefined) continue;
    const detail = `You ${duty} ${figures.claimId}, so somebody else must ${WORDS[act] ?? `${act} it`}.`;
    return actRefused(claim, act, { because: 'SOD', detail, figures: { ...figures, held: duty } });
  }
  return undefined;
}

function dutyOf(person: PersonId, held: HeldDuties): string | undefined {
  return Object.entries(held).find(([, people]) => people.includes(person))?.[0];
}

/**
 * The refusal when somebody of the partner's staff would submit anew what they verified or approved before they worked for
 * it; a verification that was voided since counts as well.
 */
export function clashOfSubmitter(
  { claim, facts }: ClaimAct,
  act: 'resubmit' | 'appeal',
): NewEventOf<typeof ClaimActRefused> | undefined {
  const held = new Set<string>([...claim.verifiers, ...claim.duties.verified, ...claim.duties.approved]);
  const person = actingPeople(facts).find((one) => held.has(one));
  if (person === undefined) return undefined;
  const detail = `You already held another duty on this claim's money, so somebody else must ${act} it.`;
  return actRefused(claim, act, { because: 'SOD', detail, figures: { person, act } });
}

const WORDS: Readonly<Partial<Record<ClaimActRefusedData['act'], string>>> = {
  'request-information': 'ask about it',
  'decide-appeal': 'decide its appeal',
  'resolve-contest': 'resolve its contest',
};

/** Not the partner's own staff: to them the claim of another looks absent. */
export function unlessOwnStaff({ facts }: ClaimAct): NotNow | undefined {
  return worksFor(facts.partner, facts.principal, facts.today, ['partner-staff']) ? undefined : notFound;
}

export function actRefused(
  { standing: { claimId, partnerId } }: Claim,
  act: ClaimActRefusedData['act'],
  no: Refusal,
): NewEventOf<typeof ClaimActRefused> {
  return ClaimActRefused({ ...no, claimId, partnerId, act });
}

/** The cap of the claim's partner-year when `releasedCents` go free and `takenCents` are taken. */
export function capMove(
  state: Readonly<IncentivesState>,
  { claim, facts }: ClaimAct,
  releasedCents: Cents,
  takenCents: Cents,
  { partnerId, programYear }: Pick<ClaimStanding, 'partnerId' | 'programYear'> = claim.standing,
): CapMove {
  const capCents = capCentsOf(state, facts, partnerId, programYear);
  const year = capYearOf(state, partnerId, programYear);
  const after = { ...year, reservedCents: subtract(year.reservedCents, subtract(releasedCents, takenCents)) };
  return {
    capCents,
    headroomBeforeCents: headroomCents(year, capCents),
    headroomAfterCents: headroomCents(after, capCents),
  };
}
