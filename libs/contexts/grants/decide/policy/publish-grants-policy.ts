import type { PublishDraftedGrantsPolicy } from '#contexts/grants/commands/publish-drafted-grants-policy';
import type { PublishGrantsPolicy } from '#contexts/grants/commands/publish-grants-policy';
import { flawed } from '#contexts/grants/decide/policy/draft-grants-policy';
import type { GrantsPolicyState } from '#contexts/grants/decide/policy/policy-state';
import { GrantsPolicyPublished } from '#contexts/grants/events/grants-policy-published';
import { policyFlaws } from '#contexts/grants/policy/policy-flaws';
import { digestOf } from '#kernel/codec/digest';
import type { Answer, NotNow } from '#kernel/decider/answer';
import { accepted, notFound, notNow } from '#kernel/decider/answer';
import type { NewEventOf } from '#kernel/decider/event';
import type { PublicationFacts } from '#kernel/decider/publication';
import { inThePast } from '#kernel/decider/publication';
import { entityId } from '#kernel/ids/entity-id';
import { inForceOn } from '#kernel/time/in-force';
import type { PlainDate } from '#kernel/time/plain-date';

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

/**
 * Decides what two people want of a draft. It must still replace what it was written against: published over a version
 * that its author never saw, it would take that one's changes back without anybody having read so. Rounds that are open
 * pin the rules that they opened with, so no publication moves them.
 */
export function publishDraftedGrantsPolicy(
  { version }: PublishDraftedGrantsPolicy,
  { versions, drafts }: Readonly<GrantsPolicyState>,
  { today }: PublicationFacts,
): Answer<NewEventOf<typeof GrantsPolicyPublished>> {
  const draft = drafts.get(version);
  if (draft === undefined) return notFound;
  if (draft.status !== 'draft') {
    return notNow('NOT_OPEN', `Version ${version} is published already.`, { status: draft.status, needed: 'draft' });
  }
  const { policyId, effectiveFrom, hash, content, replaces } = draft.data;
  const late = unlessAhead(effectiveFrom, today);
  if (late !== undefined) return late;
  const rules = inForceOn(versions, effectiveFrom)?.version ?? 0;
  if (rules !== replaces.version) {
    const detail = `It was drafted to replace version ${replaces.version}, and version ${rules} was published since; draft it again.`;
    return notNow('DRAFT_OUTDATED', detail, { draftedAgainst: replaces.version, inForce: rules });
  }
  return accepted(GrantsPolicyPublished({ policyId, version, effectiveFrom, hash, content }));
}

function unlessAhead(effectiveFrom: PlainDate, today: PlainDate | null): NotNow | undefined {
  const detail = inThePast(effectiveFrom, today);
  return detail === undefined ? undefined : notNow('EFFECTIVE_IN_PAST', detail, { effectiveFrom, today });
}
