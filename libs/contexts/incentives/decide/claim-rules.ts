import type { ClaimIncentive } from '#contexts/incentives/commands/claim-incentive';
import type { ClaimFacts } from '#contexts/incentives/decide/claim-facts';
import type { Claim, IncentivesState } from '#contexts/incentives/decide/state';
import { holdsOutcome } from '#contexts/incentives/decide/state';
import type { EvidenceItem } from '#contexts/incentives/events/incentive-claimed';
import { exclude } from '#contexts/incentives/events/outcome-hold';
import type { OutcomeHold } from '#contexts/incentives/events/outcome-hold';
import type { OutcomeRule } from '#contexts/incentives/policy/incentives-policy';
import { outcomeRule } from '#contexts/incentives/policy/incentives-policy';
import { present } from '#kernel/assert/assert';
import type { Refusal } from '#kernel/decider/answer';
import type { ClaimId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import { dollars } from '#kernel/money/cents';
import { normalCode } from '#kernel/subjects/code';
import { parseSubjectId } from '#kernel/subjects/subject-id';
import { addDays } from '#kernel/time/plain-date';
import { halfOf, programYearOf } from '#kernel/time/program-calendar';
import type { ProgramCalendar } from '#kernel/time/program-calendar';

/** What rules look at of a claim, new or changed. */
export type ClaimedOutcome = Readonly<
  Pick<
    ClaimIncentive,
    'partnerId' | 'outcomeType' | 'subjectId' | 'outcomeDate' | 'units' | 'courseCode' | 'policyCode'
  >
> & { readonly evidence: readonly EvidenceItem[] };

export interface Considered {
  readonly command: ClaimedOutcome;
  readonly state: Readonly<IncentivesState>;
  readonly facts: ClaimFacts;
  /** The claim that is changed; null for a new one. It does not stand against itself. */
  readonly self: ClaimId | null;
}

/** One reason to say no; undefined when this rule has nothing against the claim. */
type Rule = (claim: Considered) => Refusal | undefined;

const refusal = (
  because: string,
  detail: string,
  figures: Refusal['figures'],
  wouldPass?: Refusal['figures'],
): Refusal => ({
  because,
  detail,
  figures,
  ...(wouldPass === undefined ? {} : { wouldPass }),
});

const partnerNotPaused: Rule = ({ facts: { partner } }) =>
  partner.status === 'paused'
    ? refusal('PARTNER_PAUSED', 'The partner is paused: it may not make new claims.', { status: 'paused' })
    : undefined;

const partnerNotExited: Rule = ({ command, facts: { partner } }) =>
  partner.exitedOn !== null && command.outcomeDate > partner.exitedOn
    ? refusal(
        'PARTNER_EXITED',
        `The partner left the network on ${partner.exitedOn}: later outcomes are not claimable.`,
        { outcomeDate: command.outcomeDate, exitedOn: partner.exitedOn },
        { outcomeDate: partner.exitedOn },
      )
    : undefined;

const outcomeInCatalogue: Rule = ({ command, facts: { rules } }) => {
  if (outcomeRule(rules.content, command.outcomeType) !== undefined) return undefined;
  const known = rules.content.catalogue.map(({ type }) => type).join(', ');
  const detail = `The catalogue of policy version ${rules.version} has no outcome ${command.outcomeType}; it has ${known}.`;
  return refusal('OUTCOME_UNKNOWN', detail, { outcomeType: command.outcomeType, policyVersion: rules.version });
};

const subjectFits: Rule = (claim) => {
  const { type, subject } = ruleOf(claim);
  const kinds = present(parseSubjectId(claim.command.subjectId), 'a parsed subject').kinds;
  if (kinds.includes(subject)) return undefined;
  const detail = `${type} is about a ${subject}; ${claim.command.subjectId} is a ${kinds.join(' or ')}.`;
  return refusal('SUBJECT_KIND', detail, { expected: subject, found: kinds.join(' or ') });
};

const codeKnown: Rule = (claim) => {
  const { type, code } = ruleOf(claim);
  for (const field of ['courseCode', 'policyCode'] as const) {
    if (claim.command[field] !== undefined && code?.field !== field) {
      return refusal('CODE_UNKNOWN', `${type} takes no ${field}.`, { field });
    }
  }
  if (code === undefined || codeOf(claim) !== undefined) return undefined;
  const detail = `${type} needs ${code.field}: one of ${code.values.join(', ')}.`;
  return refusal('CODE_UNKNOWN', detail, { field: code.field, found: claim.command[code.field] ?? null });
};

const reachesATier: Rule = (claim) => {
  const { type, amount } = ruleOf(claim);
  const { units } = claim.command;
  if (amount.by === 'fixed') {
    return units === undefined ? undefined : refusal('UNITS_UNEXPECTED', `${type} is not paid by number.`, { units });
  }
  const lowest = amount.tiers[0];
  if (units !== undefined && units >= lowest.from) return undefined;
  const detail = `${type} starts at ${lowest.from} ${amount.unit} (${dollars(lowest.amountCents)}); the claim names ${units ?? 'none'}.`;
  return refusal(
    'BELOW_LOWEST_TIER',
    detail,
    { units: units ?? null, lowestTier: lowest.from },
    { units: lowest.from },
  );
};

const evidenceComplete: Rule = (claim) => {
  const rule = ruleOf(claim);
  const kinds = new Set(claim.command.evidence.map(({ kind }) => kind));
  const missing = rule.evidence.filter((group) => !group.some((kind) => kinds.has(kind)));
  if (missing.length > 0) {
    const words = missing.map((group) => group.join(' or ')).join('; ');
    return refusal(
      'EVIDENCE_MISSING',
      `${rule.type} also needs evidence: ${words}.`,
      { missing: words },
      { evidence: words },
    );
  }
  const known = new Set(rule.evidence.flat());
  const strange = [...kinds].find((kind) => !known.has(kind));
  if (strange === undefined) return undefined;
  return refusal('EVIDENCE_UNKNOWN', `${rule.type} takes no evidence of kind ${strange}.`, { kind: strange });
};

const notInTheFuture: Rule = ({ command, facts: { today } }) =>
  command.outcomeDate > today
    ? refusal(
        'OUTCOME_IN_FUTURE',
        `The outcome is dated ${command.outcomeDate}; it is ${today} where the partner is.`,
        { outcomeDate: command.outcomeDate, today },
        { outcomeDate: today },
      )
    : undefined;

const withinClaimWindow: Rule = ({ command, facts: { claimedAt, windowClosesAt, rules, today } }) => {
  if (claimedAt < windowClosesAt) return undefined;
  const { claimWindowDays } = rules.content;
  return refusal(
    'CLAIM_WINDOW_CLOSED',
    `An outcome is claimable until local midnight after day ${claimWindowDays}: this one until ${windowClosesAt}; the claim arrived at ${claimedAt}.`,
    { outcomeDate: command.outcomeDate, receivedAt: claimedAt, windowClosesAt },
    { outcomeDate: addDays(today, -claimWindowDays) },
  );
};

const notDuplicate: Rule = (claim) => {
  const own = holders(claim).find(({ standing }) => standing.partnerId === claim.command.partnerId);
  if (own === undefined) return undefined;
  const detail = `The partner already claimed this outcome for ${own.standing.outcomeDate}: ${own.standing.claimId} is ${own.standing.status}.`;
  const hold = holdOf(claim);
  const free =
    hold.unit === 'year' ? { programYear: own.outcome.position + Math.max(hold.span, own.outcome.span) } : undefined;
  return refusal(
    'DUPLICATE_OUTCOME',
    detail,
    { claimId: own.standing.claimId, outcomeDate: own.standing.outcomeDate },
    free,
  );
};

/** In this order; the first that objects decides, so two broken rules always report the same one (style.md rule 3). */
export const CLAIM_RULES: readonly Rule[] = [
  partnerNotPaused,
  partnerNotExited,
  outcomeInCatalogue,
  subjectFits,
  codeKnown,
  reachesATier,
  evidenceComplete,
  notInTheFuture,
  withinClaimWindow,
  notDuplicate,
];

/** For a change of an existing claim: all of them but the partner's pause, which stops new claims only. */
export const CHANGE_RULES: readonly Rule[] = CLAIM_RULES.filter((rule) => rule !== partnerNotPaused);

export function ruleOf({ command, facts }: Considered): OutcomeRule {
  return present(outcomeRule(facts.rules.content, command.outcomeType), 'the catalogue’s rule');
}

/** What the catalogue pays for the claim. Asked only after `reachesATier`. */
export function catalogueCents(claim: Considered): Cents {
  const { amount } = ruleOf(claim);
  if (amount.by === 'fixed') return amount.amountCents;
  const units = present(claim.command.units, 'the units of a claim');
  return present(
    amount.tiers.findLast(({ from }) => from <= units),
    'the tier of a claim',
  ).amountCents;
}

/** The catalogue's code that the claim's text stands for, however it was typed; undefined when it is none of them. */
export function codeOf(claim: Considered): string | undefined {
  const { code } = ruleOf(claim);
  const text = code === undefined ? undefined : claim.command[code.field];
  return text === undefined ? undefined : code?.values.find((value) => normalCode(value) === normalCode(text));
}

/** The outcome that the claim is about, and for which time it holds it. */
export function holdOf(claim: Considered): OutcomeHold {
  const { type, unique } = ruleOf(claim);
  const { program } = claim.facts.rules.content;
  const code = codeOf(claim);
  const key = [type, claim.command.subjectId, ...(code === undefined ? [] : [normalCode(code)])].join('|');
  return { key, ...periodOf(claim, program, unique) };
}

function periodOf(
  { command }: Considered,
  program: ProgramCalendar,
  unique: OutcomeRule['unique'],
): Omit<OutcomeHold, 'key'> {
  const year = programYearOf(command.outcomeDate, program);
  switch (unique.per) {
    case 'ever':
      return { unit: 'ever', position: 0, span: 1 };
    case 'program-year':
      return { unit: 'year', position: year, span: 1 };
    case 'rolling-years':
      return { unit: 'year', position: year, span: unique.years };
    case 'half-year':
      return { unit: 'half', position: 2 * year + halfOf(command.outcomeDate, program) - 1, span: 1 };
  }
}

/** Claims that hold the same outcome now: live ones, and denied ones while an appeal may come. */
export function holders(claim: Considered): readonly Claim[] {
  const hold = holdOf(claim);
  const ids = claim.state.outcomes.get(hold.key) ?? [];
  return ids
    .map((id) => present(claim.state.claims.get(id), 'a claim of an outcome'))
    .filter(
      (other) =>
        other.standing.claimId !== claim.self && exclude(hold, other.outcome) && holdsOutcome(other, claim.facts.at),
    );
}
