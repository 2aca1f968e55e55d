import { GrantsPolicyPublished } from '#contexts/grants/events/grants-policy-published';
import type { GrantsPolicyDocument } from '#contexts/grants/views/policies';
import type { Projection } from '#kernel/decider/projection';
import { receivedAt } from '#kernel/decider/received-at';

/** A document for each version of the grant rules. */
export const grantsPoliciesProjection: Projection<GrantsPolicyDocument> = {
  view: { name: 'grants-policies', version: 1 },
  types: [GrantsPolicyPublished],
  keys: (event) => [String((event as GrantsPolicyPublished).data.version)],
  fold(_document, event) {
    const { policyId, version, effectiveFrom, hash, content } = (event as GrantsPolicyPublished).data;
    return {
      ...{ id: policyId, family: 'grants', version, effectiveFrom },
      ...{ publishedAt: receivedAt(event), hash, content },
    };
  },
};
