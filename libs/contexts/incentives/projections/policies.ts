import { IncentivesPolicyDrafted } from '#contexts/incentives/events/incentives-policy-drafted';
import { IncentivesPolicyPublished } from '#contexts/incentives/events/incentives-policy-published';
import type { PolicyDocument } from '#contexts/incentives/views/policies';
import type { Projection } from '#kernel/decider/projection';
import { receivedAt } from '#kernel/decider/received-at';

type Read = IncentivesPolicyDrafted | IncentivesPolicyPublished;

/** A document for each version of the incentive rules. */
export const policiesProjection: Projection<PolicyDocument> = {
  view: { name: 'incentives-policies', version: 2 },
  types: [IncentivesPolicyDrafted, IncentivesPolicyPublished],
  keys: (event) => [String((event as Read).data.version)],
  fold(document, recorded) {
    const event = recorded as Read;
    if (event.type === 'IncentivesPolicyDrafted') return drafted(event);
    const { actor, principal } = event.metadata;
    return {
      ...(document ?? written(event)),
      status: 'published',
      publishedAt: receivedAt(event),
      publishedBy: [...new Set([principal, actor])],
      revision: event.revision,
    };
  },
};

/** What a version says of itself. */
function written(event: Read): PolicyDocument {
  const { policyId, version, effectiveFrom, hash, content } = event.data;
  return {
    ...{ id: policyId, family: 'incentives', version, status: 'draft', effectiveFrom },
    ...{ draftedAt: null, draftedBy: [], publishedAt: null, publishedBy: [] },
    ...{ hash, replaces: null, changes: [], content, revision: event.revision },
  };
}

function drafted(event: IncentivesPolicyDrafted): PolicyDocument {
  const { replaces, changes, draftedBy } = event.data;
  return { ...written(event), draftedAt: receivedAt(event), draftedBy, replaces, changes };
}
