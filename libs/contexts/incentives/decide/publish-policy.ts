import type { PublishDraftedPolicy } from '#contexts/incentives/commands/publish-drafted-policy';
import type { PublishIncentivesPolicy } from '#contexts/incentives/commands/publish-incentives-policy';
import { flawed } from '#contexts/incentives/decide/draft-policy';
import type { PublicationFacts } from '#contexts/incentives/decide/policy-facts';
import { inThePast } from '#contexts/incentives/decide/policy-facts';
import type { PolicyState } from '#contexts/incentives/decide/policy-state';
import { IncentivesPolicyPublished } from '#contexts/incentives/events/incentives-policy-published';
import { inForce } from '#contexts/incentives/facts/policies';
import { policyFlaws } from '#contexts/incentives/policy/policy-flaws';
import { digestOf } from '#kernel/codec/digest';
import type { Answer, NotNow } from '#kernel/decider/answer';
import { accepted, notFound, notNow } from '#kernel/decider/answer';
import type { NewEventOf } from '#kernel/decider/event';
import { entityId } from '#kernel/ids/entity-id';
import type { PlainDate } from '#kernel/time/plain-date';

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

/**
 * Decides what two people want of a draft. It must still replace what it was written against: published over a version
 * that its author never saw, it would take that one's changes back without anybody having read so.
 */
export function publishDraftedPolicy(
  { version }: PublishDraftedPolicy,
  { versions, drafts }: Readonly<PolicyState>,
  { today }: PublicationFacts,
): Answer<NewEventOf<typeof IncentivesPolicyPublished>> {
  const draft = drafts.get(version);
  if (draft === undefined) return notFound;
  if (draft.status !== 'draft') {
    return notNow('NOT_OPEN', `Version ${version} is published already.`, { status: draft.status, needed: 'draft' });
  }
  const { policyId, effectiveFrom, hash, content, replaces } = draft.data;
  const late = unlessAhead(effectiveFrom, today);
  if (late !== undefined) return late;
  const rules = inForce({ versions }, effectiveFrom)?.version ?? 0;
  if (rules !== replaces.version) {
    const detail = `It was drafted to replace version ${replaces.version}, and version ${rules} was published since; draft it again.`;
    return notNow('DRAFT_OUTDATED', detail, { draftedAgainst: replaces.version, inForce: rules });
  }
  return accepted(IncentivesPolicyPublished({ policyId, version, effectiveFrom, hash, content }));
}

function unlessAhead(effectiveFrom: PlainDate, today: PlainDate | null): NotNow | undefined {
  const detail = inThePast(effectiveFrom, today);
  return detail === undefined ? undefined : notNow('EFFECTIVE_IN_PAST', detail, { effectiveFrom, today });
}
