import { IncentivesPolicyPublished } from '#contexts/incentives/events/incentives-policy-published';
import type { PolicyDocument } from '#contexts/incentives/views/policies';
import type { Projection } from '#kernel/decider/projection';
import { receivedAt } from '#kernel/decider/received-at';

/** A document for each version of the incentive rules. */
export const policiesProjection: Projection<PolicyDocument> = {
  view: { name: 'incentives-policies', version: 1 },
  types: [IncentivesPolicyPublished],
  keys: (event) => [String((event as IncentivesPolicyPublished).data.version)],
  fold(_document, event) {
    const { policyId, version, effectiveFrom, hash, content } = (event as IncentivesPolicyPublished).data;
    return {
      id: policyId,
      family: 'incentives',
      version,
      effectiveFrom,
      publishedAt: receivedAt(event),
      hash,
      content,
    };
  },
};
