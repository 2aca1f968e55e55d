import type { PublishDraftedGrantsPolicy } from '#contexts/grants/commands/publish-drafted-grants-policy';
import type { PublishGrantsPolicy } from '#contexts/grants/commands/publish-grants-policy';
import type { GrantsPolicyState } from '#contexts/grants/decide/policy/policy-state';
import { GrantsPolicyPublished } from '#contexts/grants/events/grants-policy-published';
import { policyFlaws } from '#contexts/grants/policy/policy-flaws';
import { digestOf } from '#kernel/codec/digest';
import type { Answer } from '#kernel/decider/answer';
import { accepted } from '#kernel/decider/answer';
import type { NewEventOf } from '#kernel/decider/event';
import type { PublicationFacts } from '#kernel/policies/publication';
import { draftToPublish, flawed, unlessAhead } from '#kernel/policies/publication';
import { entityId } from '#kernel/ids/entity-id';

/** Decides a founding's publication: sound rules, from today or a later day on. Only the first version reaches back. */
export function publishGrantsPolicy(
  { effectiveFrom, content }: PublishGrantsPolicy,
  { lastVersion }: Readonly<GrantsPolicyState>,
  { today, commandId }: PublicationFacts,
): Answer<NewEventOf<typeof GrantsPolicyPublished>> {
  const flaws = policyFlaws(content);
  if (flaws.length > 0) return flawed(flaws);
  const late = unlessAhead(effectiveFrom, today);
  if (late !== undefined) return late;
  const [policyId, version] = [entityId('pol', commandId), lastVersion + 1];
  return accepted(GrantsPolicyPublished({ policyId, version, effectiveFrom, hash: digestOf(content), content }));
}

/** Decides what two people want of a draft. Open rounds pin the rules that they opened with: no publication moves them. */
export function publishDraftedGrantsPolicy(
  { version }: PublishDraftedGrantsPolicy,
  state: Readonly<GrantsPolicyState>,
  facts: PublicationFacts,
): Answer<NewEventOf<typeof GrantsPolicyPublished>> {
  const ready = draftToPublish(version, state, facts);
  if ('kind' in ready) return ready;
  const { policyId, effectiveFrom, hash, content } = ready.draft;
  return accepted(GrantsPolicyPublished({ policyId, version, effectiveFrom, hash, content }));
}
