import { draftGrantsPolicy } from '#contexts/grants/decide/policy/draft-grants-policy';
import type { GrantsPolicyState } from '#contexts/grants/decide/policy/policy-state';
import { evolvePolicies, initialPolicies } from '#contexts/grants/decide/policy/policy-state';
import { publishDraftedGrantsPolicy, publishGrantsPolicy } from '#contexts/grants/decide/policy/publish-grants-policy';
import type { GrantsPolicyDraftedData } from '#contexts/grants/events/grants-policy-drafted';
import { GrantsPolicyDrafted } from '#contexts/grants/events/grants-policy-drafted';
import type { GrantsPolicyPublishedData } from '#contexts/grants/events/grants-policy-published';
import { GrantsPolicyPublished } from '#contexts/grants/events/grants-policy-published';
import { GRANTS_POLICY_STREAM } from '#contexts/grants/facts/policies';
import { present } from '#kernel/assert/assert';
import type { Decider, Reply } from '#kernel/decider/decider';
import type { RecordedEvent } from '#kernel/decider/event';
import { publicationFacts } from '#kernel/decider/publication';

const v1 = { version: 1, rules: 'v1', stream: (): string => GRANTS_POLICY_STREAM, facts: publicationFacts };

/** The versions of the grant rules, drafted and published: stream `policy-grants`. */
export const grantsPolicyStream: Decider<GrantsPolicyState> = {
  name: 'grants-policy',
  owns: (stream) => stream === GRANTS_POLICY_STREAM,
  events: [GrantsPolicyDrafted, GrantsPolicyPublished],
  initial: initialPolicies,
  evolve: evolvePolicies,
  touched: ({ drafts }, entity) => drafts.get(Number(entity))?.touched,
  commands: [
    { ...v1, name: 'DraftGrantsPolicy', decide: draftGrantsPolicy, reply: draftReply },
    {
      ...{ ...v1, name: 'PublishDraftedGrantsPolicy', decide: publishDraftedGrantsPolicy, reply: publicationReply },
      entity: ({ version }: { version: number }): string => String(version),
    },
    { ...v1, name: 'PublishGrantsPolicy', decide: publishGrantsPolicy, reply: publicationReply },
  ],
};

/** What a caller is told of a draft: its number, its digest, and what it changes. */
function draftReply(events: readonly RecordedEvent[]): Reply {
  const { policyId, version, effectiveFrom, hash, replaces, changes } = present(events[0], 'the event of a draft')
    .data as GrantsPolicyDraftedData;
  const body = { id: policyId, family: 'grants', version, status: 'draft', effectiveFrom, hash, replaces, changes };
  return { status: 201, body, location: `/v1/policies/grants/${version}` };
}

/** What a caller is told of a published version. */
function publicationReply(events: readonly RecordedEvent[]): Reply {
  const event = present(events[0], 'the event of a publication');
  const { policyId, version, effectiveFrom, hash } = event.data as GrantsPolicyPublishedData;
  const body = { id: policyId, family: 'grants', version, status: 'published', effectiveFrom, hash };
  return { status: 201, body, location: `/v1/policies/grants/${version}` };
}
