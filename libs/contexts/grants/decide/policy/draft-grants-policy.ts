import type { DraftGrantsPolicy } from '#contexts/grants/commands/draft-grants-policy';
import type { GrantsPolicyState } from '#contexts/grants/decide/policy/policy-state';
import { GrantsPolicyDrafted } from '#contexts/grants/events/grants-policy-drafted';
import { policyFlaws } from '#contexts/grants/policy/policy-flaws';
import { changesOf } from '#kernel/policies/changes';
import { digestOf } from '#kernel/codec/digest';
import type { Answer } from '#kernel/decider/answer';
import { accepted, notNow } from '#kernel/decider/answer';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';
import type { PublicationFacts } from '#kernel/policies/publication';
import { dayFlaws, flawed } from '#kernel/policies/publication';
import { entityId } from '#kernel/ids/entity-id';
import { inForceOn } from '#kernel/time/in-force';

/**
 * Decides a draft: only rules that could be published as they are become one, so that what two people are asked for is
 * sound. It keeps what it changes of the version that would rule otherwise.
 */
export function draftGrantsPolicy(
  { effectiveFrom, content }: DraftGrantsPolicy,
  { versions, lastVersion }: Readonly<GrantsPolicyState>,
  facts: PublicationFacts,
): Answer<NewEventOf<typeof GrantsPolicyDrafted>> {
  const replaced = inForceOn(versions, effectiveFrom);
  if (replaced === undefined || facts.today === null) {
    return notNow('POLICY_MISSING', 'No grants policy is published yet; a network is founded with its first.');
  }
  const early = dayFlaws(effectiveFrom, facts.today);
  const flaws = [...early, ...policyFlaws(content)];
  if (flaws.length > 0) return flawed(flaws);
  return accepted(
    GrantsPolicyDrafted({
      policyId: entityId('pol', facts.commandId),
      version: lastVersion + 1,
      effectiveFrom,
      hash: digestOf(content),
      content,
      replaces: { version: replaced.version, hash: replaced.hash },
      changes: changesOf(replaced.content, content),
      draftedBy: actingPeople(facts),
    }),
  );
}
