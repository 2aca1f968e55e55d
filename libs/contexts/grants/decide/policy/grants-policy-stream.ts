import { draftGrantsPolicy } from '#contexts/grants/decide/policy/draft-grants-policy';
import type { GrantsPolicyState } from '#contexts/grants/decide/policy/policy-state';
import { evolvePolicies } from '#contexts/grants/decide/policy/policy-state';
import { publishDraftedGrantsPolicy, publishGrantsPolicy } from '#contexts/grants/decide/policy/publish-grants-policy';
import { GrantsPolicyDrafted } from '#contexts/grants/events/grants-policy-drafted';
import { GrantsPolicyPublished } from '#contexts/grants/events/grants-policy-published';
import { GRANTS_POLICY_STREAM } from '#contexts/grants/facts/policies';
import type { Decider } from '#kernel/decider/decider';
import { initialFamily } from '#kernel/policies/family';
import { publicationFacts } from '#kernel/policies/publication';
import { policyReplies } from '#kernel/policies/replies';

const v1 = { version: 1, rules: 'v1', stream: (): string => GRANTS_POLICY_STREAM, facts: publicationFacts };
const replies = policyReplies('grants');

/** The versions of the grant rules, drafted and published: stream `policy-grants`. */
export const grantsPolicyStream: Decider<GrantsPolicyState> = {
  name: 'grants-policy',
  owns: (stream) => stream === GRANTS_POLICY_STREAM,
  events: [GrantsPolicyDrafted, GrantsPolicyPublished],
  initial: initialFamily,
  evolve: evolvePolicies,
  touched: ({ drafts }, entity) => drafts.get(Number(entity))?.touched,
  commands: [
    { ...v1, name: 'DraftGrantsPolicy', decide: draftGrantsPolicy, reply: replies.draft },
    {
      ...{ ...v1, name: 'PublishDraftedGrantsPolicy', decide: publishDraftedGrantsPolicy, reply: replies.publication },
      entity: ({ version }: { version: number }): string => String(version),
    },
    { ...v1, name: 'PublishGrantsPolicy', decide: publishGrantsPolicy, reply: replies.publication },
  ],
};
