import type { Considered } from '#contexts/incentives/decide/claimed-outcome';
import { codeOf, holders, holdOf, ruleOf } from '#contexts/incentives/decide/claimed-outcome';
import { firstFree } from '#contexts/incentives/events/outcome-hold';
import type { OutcomeRule } from '#contexts/incentives/policy/incentives-policy';
import { outcomeRule } from '#contexts/incentives/policy/incentives-policy';
import { present } from '#kernel/assert/assert';
import type { Refusal } from '#kernel/decider/answer';
import { dollars } from '#kernel/money/cents';
import { parseSubjectId } from '#kernel/subjects/subject-id';
import { addDays } from '#kernel/time/plain-date';

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
  return refusal(
    'DUPLICATE_OUTCOME',
    detail,
    { claimId: own.standing.claimId, outcomeDate: own.standing.outcomeDate },
    firstFree(holdOf(claim), own.outcome) ?? otherOutcome(ruleOf(claim)),
  );
};

/** What is claimed once for ever is free again under another code, or for another subject. */
function otherOutcome({ code, subject }: OutcomeRule): Refusal['figures'] {
  return code === undefined ? { subjectId: `another ${subject}` } : { [code.field]: 'another code' };
}

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
