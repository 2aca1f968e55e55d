import type { DraftIncentivesPolicy } from '#contexts/incentives/commands/draft-incentives-policy';
import type { PublicationFacts } from '#kernel/policies/publication';
import { dayFlaws, flawed } from '#kernel/policies/publication';
import type { PolicyState } from '#contexts/incentives/decide/policy-state';
import { IncentivesPolicyDrafted } from '#contexts/incentives/events/incentives-policy-drafted';
import { inForce } from '#contexts/incentives/facts/policies';
import { policyChanges } from '#contexts/incentives/policy/policy-changes';
import { isSound, policyFlaws } from '#contexts/incentives/policy/policy-flaws';
import { digestOf } from '#kernel/codec/digest';
import type { Answer } from '#kernel/decider/answer';
import { accepted, notNow } from '#kernel/decider/answer';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';
import { entityId } from '#kernel/ids/entity-id';

/**
 * Decides a draft: only a policy that could be published as it is becomes one, so that what two people are asked for is
 * sound. It keeps what it changes of the version that would rule otherwise.
 */
export function draftPolicy(
  { effectiveFrom, content }: DraftIncentivesPolicy,
  { versions, lastVersion }: Readonly<PolicyState>,
  facts: PublicationFacts,
): Answer<NewEventOf<typeof IncentivesPolicyDrafted>> {
  const replaced = inForce({ versions }, effectiveFrom);
  if (replaced === undefined || facts.today === null) {
    return notNow('POLICY_MISSING', 'No incentives policy is published yet; a network is founded with its first.');
  }
  const early = dayFlaws(effectiveFrom, facts.today);
  if (early.length > 0 || !isSound(content)) return flawed([...early, ...policyFlaws(content)]);
  return accepted(
    IncentivesPolicyDrafted({
      policyId: entityId('pol', facts.commandId),
      version: lastVersion + 1,
      effectiveFrom,
      hash: digestOf(content),
      content,
      replaces: { version: replaced.version, hash: replaced.hash },
      changes: policyChanges(replaced.content, content),
      draftedBy: actingPeople(facts),
    }),
  );
}
