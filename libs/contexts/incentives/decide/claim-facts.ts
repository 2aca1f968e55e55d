import type { ClaimIncentive } from '#contexts/incentives/commands/claim-incentive';
import type { IncentivesState } from '#contexts/incentives/decide/state';
import type { EvidenceItem } from '#contexts/incentives/events/incentive-claimed';
import type { IncentivesPolicyPublishedData } from '#contexts/incentives/events/incentives-policy-published';
import { erasedFile, erasureStream } from '#contexts/incentives/facts/erased-files';
import type { PartnerStanding } from '#contexts/incentives/facts/partner-standing';
import { partnerStanding, partnerStream } from '#contexts/incentives/facts/partner-standing';
import type { IncentivesPolicies } from '#contexts/incentives/facts/policies';
import { incentivesPolicies, INCENTIVES_POLICY_STREAM, inForce } from '#contexts/incentives/facts/policies';
import { needsRegistering, registeredSubjects, SUBJECT_REGISTER } from '#contexts/incentives/facts/registered-subjects';
import { present } from '#kernel/assert/assert';
import type { Circumstances, Facts, Sources } from '#kernel/decider/decider';
import type { PartnerId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import type { Instant } from '#kernel/time/instant';
import type { PlainDate } from '#kernel/time/plain-date';
import { addDays } from '#kernel/time/plain-date';
import type { PolicyPin } from '#kernel/decider/event';

/** What every incentive decision knows beyond the ledger. */
export interface IncentiveFacts extends Facts {
  readonly partner: Readonly<PartnerStanding>;
  /** The day in the partner's own zone when the request arrived: "in the future" is judged there. */
  readonly today: PlainDate;
  /** The rules that the outcome date chooses: catalogue, evidence, window. */
  readonly rules: IncentivesPolicyPublishedData;
  /** The day in the program's zone: by it overrides expire. */
  readonly programToday: PlainDate;
  /** The policy's cap that is in force at the decision; `capCentsOf` adds a partner-year's overrides. */
  readonly policyCapCents: Cents;
  readonly policy: PolicyPin;
}

/** For a claim's facts: also the exclusive end of the claim window, and when the claim that it judges came. */
export interface ClaimFacts extends IncentiveFacts {
  readonly claimedAt: Instant;
  readonly windowClosesAt: Instant;
  /** Of the files that the claim names, those that were erased since they came. */
  readonly erased: readonly string[];
  /** Of a new claim about a subject that only program staff can register: its state; undefined where it has not. */
  readonly registered?: { readonly state: string | null } | undefined;
}

/** A network whose rules are not published yet. */
export interface Unruled extends Circumstances {
  readonly unruled: true;
}

/** Which version rules: the outcome date's for a claim, and from then on the one that the claim was made under. */
type Choice = (policies: Readonly<IncentivesPolicies>) => IncentivesPolicyPublishedData | undefined;

/** Undefined when there is no such partner. */
export function incentiveFacts(
  partnerId: PartnerId,
  choose: Choice,
  circumstances: Circumstances,
  { lookup, calendar }: Sources,
): IncentiveFacts | undefined {
  const partner = lookup.get(partnerStanding, partnerStream(partnerId));
  if (partner === undefined) return undefined;
  const policies = present(lookup.get(incentivesPolicies, INCENTIVES_POLICY_STREAM), 'an incentives policy');
  const rules = present(choose(policies), 'the policy of the outcome');
  const programToday = calendar.dateAt(circumstances.at, rules.content.program.zone);
  const today = calendar.dateAt(circumstances.at, partner.timeZone);
  const { content } = present(inForce(policies, programToday), 'the policy in force today');
  return {
    partner,
    today,
    programToday,
    rules,
    policyCapCents: content.annualCapCents,
    policy: pinOf(rules),
    ...circumstances,
  };
}

export function claimFacts(
  command: ClaimIncentive,
  _state: Readonly<IncentivesState>,
  circumstances: Circumstances,
  sources: Sources,
): ClaimFacts | Unruled | Circumstances {
  const policies = sources.lookup.get(incentivesPolicies, INCENTIVES_POLICY_STREAM);
  if (policies === undefined) return { ...circumstances, unruled: true };
  const facts = incentiveFacts(command.partnerId, () => inForce(policies, command.outcomeDate), circumstances, sources);
  if (facts === undefined) return circumstances;
  const windowClosesAt = windowEnd(command.outcomeDate, facts.rules, sources);
  const erased = erasedOf(command.evidence, sources);
  return { claimedAt: facts.at, windowClosesAt, erased, ...facts, ...registration(command.subjectId, sources) };
}

/** Which of the files nobody can look at any more. */
export const erasedOf = (files: readonly EvidenceItem[], { lookup }: Sources): readonly string[] =>
  [...new Set(files.map(({ sha256 }) => sha256))].filter(
    (sha256) => lookup.get(erasedFile, erasureStream(sha256)) !== undefined,
  );

/** Looked up only where it matters: the capsule keeps every look. */
function registration(subjectId: string, { lookup }: Sources): Pick<ClaimFacts, 'registered'> {
  if (!needsRegistering(subjectId)) return {};
  const state = lookup.get(registeredSubjects, SUBJECT_REGISTER)?.states.get(subjectId);
  return { registered: state === undefined ? undefined : { state } };
}

/** The exclusive end of the claim window of an outcome. */
export function windowEnd(
  outcomeDate: PlainDate,
  { content: { program, claimWindowDays } }: IncentivesPolicyPublishedData,
  { calendar }: Sources,
): Instant {
  return calendar.startOf(addDays(outcomeDate, claimWindowDays + 1), program.zone);
}

/** Local midnight of the program after `days` further days: the exclusive end of a window that opens now. */
export function midnightAfter({ at, rules }: IncentiveFacts, days: number, { calendar }: Sources): Instant {
  const { zone } = rules.content.program;
  return calendar.startOf(addDays(calendar.dateAt(at, zone), days + 1), zone);
}

export const pinOf = ({ version, hash }: IncentivesPolicyPublishedData): PolicyPin => ({ version, hash });
