import type { ClaimIncentive } from '#contexts/incentives/commands/claim-incentive';
import type { ClaimFacts, Unruled } from '#contexts/incentives/decide/claim-facts';
import type { Considered } from '#contexts/incentives/decide/claim-rules';
import { catalogueCents, CLAIM_RULES, codeOf, holders, holdOf, ruleOf } from '#contexts/incentives/decide/claim-rules';
import type { IncentivesState } from '#contexts/incentives/decide/state';
import { capYearOf, headroomCents } from '#contexts/incentives/decide/state';
import { ClaimRefused } from '#contexts/incentives/events/claim-refused';
import type { CapMove, ClaimFlag, ClaimStanding } from '#contexts/incentives/events/claim-standing';
import { IncentiveClaimed } from '#contexts/incentives/events/incentive-claimed';
import { worksFor } from '#contexts/incentives/facts/partner-standing';
import type { Answer, Refusal } from '#kernel/decider/answer';
import { accepted, notFound, notNow, refused } from '#kernel/decider/answer';
import type { Circumstances } from '#kernel/decider/decider';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';
import { entityId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import { dollars, lesser, subtract, ZERO } from '#kernel/money/cents';
import { parseSubjectId } from '#kernel/subjects/subject-id';
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
  const claim: Considered = { command, state, facts };
  const unknown = command.evidence.find(({ sha256 }) => !sentBy(claim, sha256));
  if (unknown !== undefined) {
    const detail = `No file with SHA-256 ${unknown.sha256} was received from this partner. Upload it to /v1/evidence, then send the claim again.`;
    return notNow('EVIDENCE_NOT_RECEIVED', detail, { sha256: unknown.sha256, kind: unknown.kind });
  }
  for (const rule of CLAIM_RULES) {
    const no = rule(claim);
    if (no !== undefined) return turnedDown(command, no);
  }
  const rivals = holders(claim);
  const free = rivals.length === 0;
  const requested = catalogueCents(claim);
  const cap = capAfter(claim, free ? requested : ZERO);
  if (free && cap.reserved === ZERO) return turnedDown(command, capExceeded(claim, requested, cap.move));
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

function sentBy({ command, state }: Considered, sha256: string): boolean {
  const from = state.evidence.get(sha256)?.from;
  return from !== undefined && (from.has(command.partnerId) || from.has(null));
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
    flags: flagsOf(claim),
    policy: facts.policy,
  };
}

/** What of `wanted` can be reserved (ZERO: nothing), and the cap before and after it. */
function capAfter({ command, state, facts }: Considered, wanted: Cents): { reserved: Cents; move: CapMove } {
  const { program, whenShort, minimumCents } = facts.rules.content;
  const year = programYearOf(command.outcomeDate, program);
  const left = headroomCents(capYearOf(state, command.partnerId, year), facts.capCents);
  const enough = whenShort === 'truncate' ? left >= minimumCents : left >= wanted;
  const reserved = enough ? lesser(wanted, left) : ZERO;
  const move = { capCents: facts.capCents, headroomBeforeCents: left, headroomAfterCents: subtract(left, reserved) };
  return { reserved, move };
}

function capExceeded(claim: Considered, requestedCents: Cents, { capCents, headroomBeforeCents }: CapMove): Refusal {
  const { whenShort, minimumCents } = claim.facts.rules.content;
  const needed = whenShort === 'truncate' ? lesser(minimumCents, requestedCents) : requestedCents;
  return {
    because: 'CAP_EXCEEDED',
    detail: `${dollars(headroomBeforeCents)} of the annual cap of ${dollars(capCents)} is left; the claim needs at least ${dollars(needed)}.`,
    figures: { requestedCents, capCents, headroomCents: headroomBeforeCents, neededCents: needed },
    wouldPass: { headroomCents: needed },
  };
}

function flagsOf({ command, state, facts }: Considered): readonly ClaimFlag[] {
  const flags = new Set<ClaimFlag>();
  const home = parseSubjectId(command.subjectId)?.state;
  if (home !== undefined && !facts.partner.states.includes(home)) flags.add('OUT_OF_TERRITORY');
  for (const { sha256 } of command.evidence) {
    for (const user of state.evidence.get(sha256)?.usedBy ?? []) {
      flags.add(user === command.partnerId ? 'EVIDENCE_REUSED' : 'EVIDENCE_REUSED_ACROSS_PARTNERS');
    }
  }
  return [...flags].sort();
}

function codes(claim: Considered): { courseCode?: string; policyCode?: string } {
  const field = ruleOf(claim).code?.field;
  const code = codeOf(claim);
  return field === undefined || code === undefined ? {} : { [field]: code };
}

function turnedDown({ partnerId, outcomeType, subjectId, outcomeDate }: ClaimIncentive, no: Refusal): Answer<Claimed> {
  return refused(ClaimRefused({ ...no, partnerId, outcomeType, subjectId, outcomeDate }));
}
