import type { ClaimIncentive } from '#contexts/incentives/commands/claim-incentive';
import { capCentsOf } from '#contexts/incentives/decide/cap';
import type { ClaimFacts, Unruled } from '#contexts/incentives/decide/claim-facts';
import { CLAIM_RULES } from '#contexts/incentives/decide/claim-rules';
import type { Considered } from '#contexts/incentives/decide/claimed-outcome';
import { catalogueCents, holders, holdOf } from '#contexts/incentives/decide/claimed-outcome';
import type { IncentivesState } from '#contexts/incentives/decide/state';
import { codes, flagsOf, unlessReceived } from '#contexts/incentives/decide/claim-stated';
import { capExceeded, reservationCents } from '#contexts/incentives/decide/reservation';
import { capYearOf, headroomCents } from '#contexts/incentives/decide/state';
import { ClaimRefused } from '#contexts/incentives/events/claim-refused';
import type { CapMove, ClaimStanding } from '#contexts/incentives/events/claim-standing';
import { IncentiveClaimed } from '#contexts/incentives/events/incentive-claimed';
import { worksFor } from '#contexts/incentives/facts/partner-standing';
import type { Answer, Refusal } from '#kernel/decider/answer';
import { accepted, notFound, notNow, refused } from '#kernel/decider/answer';
import type { Circumstances } from '#kernel/decider/decider';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';
import { entityId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import { subtract, ZERO } from '#kernel/money/cents';
import { programYearOf } from '#kernel/time/program-calendar';

type Claimed = NewEventOf<typeof IncentiveClaimed> | NewEventOf<typeof ClaimRefused>;

/**
 * Decides a claim (domain.md section 3): the rules in order, then what of the catalogue's amount the cap still bears.
 * The headroom is reserved in the claim itself, so two people of one partner cannot both spend it.
 */
export function claimIncentive(
  command: ClaimIncentive,
  state: Readonly<IncentivesState>,
  facts: ClaimFacts | Unruled | Circumstances,
): Answer<Claimed> {
  if ('unruled' in facts) return notNow('POLICY_MISSING', 'No incentives policy is published yet.');
  if (!('partner' in facts) || !worksFor(facts.partner, facts.principal, facts.today, ['partner-staff'])) {
    return notFound;
  }
  const claim: Considered = { command, state, facts, self: null };
  const absent = unlessReceived(claim);
  if (absent !== undefined) return absent;
  for (const rule of CLAIM_RULES) {
    const no = rule(claim);
    if (no !== undefined) return turnedDown(command, no);
  }
  const rivals = holders(claim);
  const free = rivals.length === 0;
  const requested = catalogueCents(claim);
  const cap = capAfter(claim, free ? requested : ZERO);
  if (free && cap.reserved === ZERO) return turnedDown(command, capExceeded(requested, cap.move, facts.rules.content));
  return accepted(
    IncentiveClaimed({
      claim: standing(claim, requested, cap.reserved, free),
      cap: cap.move,
      submittedBy: actingPeople(facts),
      outcome: holdOf(claim),
      evidence: command.evidence.map(({ kind, sha256 }) => ({ kind, sha256 })),
      ...(command.units === undefined ? {} : { units: command.units }),
      ...codes(claim),
      ...(command.note === undefined ? {} : { note: command.note }),
      contests: rivals.map(({ standing: { claimId } }) => claimId),
    }),
  );
}

function standing(claim: Considered, requestedCents: Cents, reservedCents: Cents, free: boolean): ClaimStanding {
  const { command, facts } = claim;
  return {
    claimId: entityId('clm', facts.commandId),
    status: free ? 'claimed' : 'contested',
    partnerId: command.partnerId,
    programYear: programYearOf(command.outcomeDate, facts.rules.content.program),
    outcomeType: command.outcomeType,
    subjectId: command.subjectId,
    outcomeDate: command.outcomeDate,
    requestedCents,
    reservedCents,
    approvedCents: ZERO,
    truncated: free && reservedCents < requestedCents,
    flags: flagsOf(claim, command.evidence),
    policy: facts.policy,
  };
}

/** What of `wanted` can be reserved (ZERO: nothing), and the cap before and after it. */
function capAfter({ command, state, facts }: Considered, wanted: Cents): { reserved: Cents; move: CapMove } {
  const year = programYearOf(command.outcomeDate, facts.rules.content.program);
  const capCents = capCentsOf(state, facts, command.partnerId, year);
  const left = headroomCents(capYearOf(state, command.partnerId, year), capCents);
  const reserved = reservationCents(wanted, left, facts.rules.content);
  const move = { capCents, headroomBeforeCents: left, headroomAfterCents: subtract(left, reserved) };
  return { reserved, move };
}

function turnedDown({ partnerId, outcomeType, subjectId, outcomeDate }: ClaimIncentive, no: Refusal): Answer<Claimed> {
  return refused(ClaimRefused({ ...no, partnerId, outcomeType, subjectId, outcomeDate }));
}
