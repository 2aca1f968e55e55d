import type { PublishDraftedPolicy } from '#contexts/incentives/commands/publish-drafted-policy';
import type { PublishIncentivesPolicy } from '#contexts/incentives/commands/publish-incentives-policy';
import type { PublicationFacts } from '#kernel/policies/publication';
import { draftToPublish, flawed, unlessAhead } from '#kernel/policies/publication';
import type { PolicyState } from '#contexts/incentives/decide/policy-state';
import { IncentivesPolicyPublished } from '#contexts/incentives/events/incentives-policy-published';
import { policyFlaws } from '#contexts/incentives/policy/policy-flaws';
import { digestOf } from '#kernel/codec/digest';
import type { Answer } from '#kernel/decider/answer';
import { accepted } from '#kernel/decider/answer';
import type { NewEventOf } from '#kernel/decider/event';
import { entityId } from '#kernel/ids/entity-id';

/** Decides a founding's publication: a sound policy, from today or a later day on. Only the first version reaches back. */
export function publishIncentivesPolicy(
  { effectiveFrom, content }: PublishIncentivesPolicy,
  { lastVersion }: Readonly<PolicyState>,
  { today, commandId }: PublicationFacts,
): Answer<NewEventOf<typeof IncentivesPolicyPublished>> {
  const flaws = policyFlaws(content);
  if (flaws.length > 0) return flawed(flaws);
  const late = unlessAhead(effectiveFrom, today);
  if (late !== undefined) return late;
  const [policyId, version] = [entityId('pol', commandId), lastVersion + 1];
  return accepted(IncentivesPolicyPublished({ policyId, version, effectiveFrom, hash: digestOf(content), content }));
}

/** Decides what two people want of a draft. */
export function publishDraftedPolicy(
  { version }: PublishDraftedPolicy,
  state: Readonly<PolicyState>,
  facts: PublicationFacts,
): Answer<NewEventOf<typeof IncentivesPolicyPublished>> {
  const ready = draftToPublish(version, state, facts);
  if ('kind' in ready) return ready;
  const { policyId, effectiveFrom, hash, content } = ready.draft;
  return accepted(IncentivesPolicyPublished({ policyId, version, effectiveFrom, hash, content }));
}
