import { draftPolicy } from '#contexts/incentives/decide/draft-policy';
import { publicationFacts } from '#contexts/incentives/decide/policy-facts';
import type { PolicyState } from '#contexts/incentives/decide/policy-state';
import { evolvePolicies, initialPolicies } from '#contexts/incentives/decide/policy-state';
import { publishDraftedPolicy, publishIncentivesPolicy } from '#contexts/incentives/decide/publish-policy';
import type { IncentivesPolicyDraftedData } from '#contexts/incentives/events/incentives-policy-drafted';
import { IncentivesPolicyDrafted } from '#contexts/incentives/events/incentives-policy-drafted';
import type { IncentivesPolicyPublishedData } from '#contexts/incentives/events/incentives-policy-published';
import { IncentivesPolicyPublished } from '#contexts/incentives/events/incentives-policy-published';
import { INCENTIVES_POLICY_STREAM } from '#contexts/incentives/facts/policies';
import { present } from '#kernel/assert/assert';
import type { Decider, Reply } from '#kernel/decider/decider';
import type { RecordedEvent } from '#kernel/decider/event';

const v1 = { version: 1, rules: 'v1', stream: (): string => INCENTIVES_POLICY_STREAM, facts: publicationFacts };

/** The versions of the incentive rules, drafted and published: stream `policy-incentives`. */
export const incentivesPolicyStream: Decider<PolicyState> = {
  name: 'incentives-policy',
  owns: (stream) => stream === INCENTIVES_POLICY_STREAM,
  events: [IncentivesPolicyDrafted, IncentivesPolicyPublished],
  initial: initialPolicies,
  evolve: evolvePolicies,
  touched: ({ drafts }, entity) => drafts.get(Number(entity))?.touched,
  commands: [
    { ...v1, name: 'DraftIncentivesPolicy', decide: draftPolicy, reply: draftReply },
    {
      ...{ ...v1, name: 'PublishDraftedPolicy', decide: publishDraftedPolicy, reply: publicationReply },
      entity: ({ version }: { version: number }): string => String(version),
    },
    { ...v1, name: 'PublishIncentivesPolicy', decide: publishIncentivesPolicy, reply: publicationReply },
  ],
};

/** What a caller is told of a draft: its number, its digest, and what it changes. */
function draftReply(events: readonly RecordedEvent[]): Reply {
  const { policyId, version, effectiveFrom, hash, replaces, changes } = present(events[0], 'the event of a draft')
    .data as IncentivesPolicyDraftedData;
  const body = { id: policyId, family: 'incentives', version, status: 'draft', effectiveFrom, hash, replaces, changes };
  return { status: 201, body, location: `/v1/policies/incentives/${version}` };
}

/** What a caller is told of a published version. */
function publicationReply(events: readonly RecordedEvent[]): Reply {
  const event = present(events[0], 'the event of a publication');
  const { policyId, version, effectiveFrom, hash } = event.data as IncentivesPolicyPublishedData;
  const body = { id: policyId, family: 'incentives', version, status: 'published', effectiveFrom, hash };
  return { status: 201, body, location: `/v1/policies/incentives/${version}` };
}
