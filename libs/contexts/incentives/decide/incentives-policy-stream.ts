import { draftPolicy } from '#contexts/incentives/decide/draft-policy';
import type { PolicyState } from '#contexts/incentives/decide/policy-state';
import { evolvePolicies } from '#contexts/incentives/decide/policy-state';
import { publishDraftedPolicy, publishIncentivesPolicy } from '#contexts/incentives/decide/publish-policy';
import { IncentivesPolicyDrafted } from '#contexts/incentives/events/incentives-policy-drafted';
import { IncentivesPolicyPublished } from '#contexts/incentives/events/incentives-policy-published';
import { INCENTIVES_POLICY_STREAM } from '#contexts/incentives/facts/policies';
import type { Decider } from '#kernel/decider/decider';
import { initialFamily } from '#kernel/policies/family';
import { publicationFacts } from '#kernel/policies/publication';
import { policyReplies } from '#kernel/policies/replies';

const v1 = { version: 1, rules: 'v1', stream: (): string => INCENTIVES_POLICY_STREAM, facts: publicationFacts };
const replies = policyReplies('incentives');

/** The versions of the incentive rules, drafted and published: stream `policy-incentives`. */
export const incentivesPolicyStream: Decider<PolicyState> = {
  name: 'incentives-policy',
  owns: (stream) => stream === INCENTIVES_POLICY_STREAM,
  events: [IncentivesPolicyDrafted, IncentivesPolicyPublished],
  initial: initialFamily,
  evolve: evolvePolicies,
  touched: ({ drafts }, entity) => drafts.get(Number(entity))?.touched,
  commands: [
    { ...v1, name: 'DraftIncentivesPolicy', decide: draftPolicy, reply: replies.draft },
    {
      ...{ ...v1, name: 'PublishDraftedPolicy', decide: publishDraftedPolicy, reply: replies.publication },
      entity: ({ version }: { version: number }): string => String(version),
    },
    { ...v1, name: 'PublishIncentivesPolicy', decide: publishIncentivesPolicy, reply: replies.publication },
  ],
};
