import type { GrantsState } from '#contexts/grants/decide/state';
import type { GrantsPolicyPublishedData } from '#contexts/grants/events/grants-policy-published';
import type { PartnerStanding } from '#contexts/grants/facts/partner-standing';
import { partnerStanding, partnerStream } from '#contexts/grants/facts/partner-standing';
import { GRANTS_POLICY_STREAM, grantsPolicies } from '#contexts/grants/facts/policies';
import { present } from '#kernel/assert/assert';
import type { Circumstances, Facts, Sources } from '#kernel/decider/decider';
import type { PolicyPin } from '#kernel/decider/event';
import type { AwardId, PartnerId, ProposalId } from '#kernel/ids/entity-id';
import { inForceOn } from '#kernel/time/in-force';
import type { PlainDate } from '#kernel/time/plain-date';

/** What every grant decision knows beyond the ledger: the rules that it goes by, and the program's day. */
export interface GrantFacts extends Facts {
  readonly rules: GrantsPolicyPublishedData;
  readonly policy: PolicyPin;
  /** The day in the program's zone when the request arrived. */
  readonly today: PlainDate;
}

/** For what concerns one partner's proposal or award. */
export interface PartnerFacts extends GrantFacts {
  readonly partner: Readonly<PartnerStanding>;
  /** The day in the partner's own zone: who works for it is judged there. */
  readonly partnerToday: PlainDate;
}

/** A network whose rules are not published, or a command about nothing: only the circumstances are known. */
export type Known<F extends GrantFacts> = F | Circumstances;

/** The rules by their pinned version, or, without a pin, those in force on the program's day. */
export function grantFacts(
  pinned: PolicyPin | undefined,
  circumstances: Circumstances,
  { lookup, calendar }: Sources,
): Known<GrantFacts> {
  const versions = lookup.get(grantsPolicies, GRANTS_POLICY_STREAM)?.versions;
  const last = versions?.at(-1);
  if (versions === undefined || last === undefined) return circumstances;
  const today = calendar.dateAt(circumstances.at, last.content.program.zone);
  const chosen =
    pinned === undefined ? inForceOn(versions, today) : versions.find(({ version }) => version === pinned.version);
  const rules = present(chosen, 'the grants policy that a decision goes by');
  return { ...circumstances, rules, policy: pinOf(rules), today };
}

/** With the partner; only the circumstances when there is no such partner. */
export function partnerFacts(
  partnerId: PartnerId,
  pinned: PolicyPin | undefined,
  circumstances: Circumstances,
  sources: Sources,
): Known<PartnerFacts> {
  const facts = grantFacts(pinned, circumstances, sources);
  if (!('rules' in facts)) return facts;
  const partner = sources.lookup.get(partnerStanding, partnerStream(partnerId));
  if (partner === undefined) return circumstances;
  return { ...facts, partner, partnerToday: sources.calendar.dateAt(circumstances.at, partner.timeZone) };
}

/** For acts on a round: the policy that it pins; before there is one, the policy in force. */
export function roundFacts(
  { quarter }: { readonly quarter: string },
  state: Readonly<GrantsState>,
  circumstances: Circumstances,
  sources: Sources,
): Known<GrantFacts> {
  return grantFacts(state.rounds.get(quarter)?.standing.policy, circumstances, sources);
}

/** For acts on a proposal: its partner, and the rules of the round that decides it. */
export function proposalFacts(
  { proposalId }: { readonly proposalId: ProposalId },
  state: Readonly<GrantsState>,
  circumstances: Circumstances,
  sources: Sources,
): Known<PartnerFacts> {
  const standing = state.proposals.get(proposalId)?.standing;
  if (standing === undefined) return circumstances;
  const policy = state.rounds.get(standing.quarter)?.standing.policy ?? standing.policy;
  return partnerFacts(standing.partnerId, policy, circumstances, sources);
}

/** For acts on an award: its partner, and the rules under which it was offered. */
export function awardFacts(
  { awardId }: { readonly awardId: AwardId },
  state: Readonly<GrantsState>,
  circumstances: Circumstances,
  sources: Sources,
): Known<PartnerFacts> {
  const standing = state.awards.get(awardId)?.standing;
  if (standing === undefined) return circumstances;
  const { policy } = present(state.rounds.get(standing.quarter), 'the round of an award').standing;
  return partnerFacts(standing.partnerId, policy, circumstances, sources);
}

export const pinOf = ({ version, hash }: GrantsPolicyPublishedData): PolicyPin => ({ version, hash });
