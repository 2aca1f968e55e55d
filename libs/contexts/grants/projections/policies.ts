import { GrantsPolicyDrafted } from '#contexts/grants/events/grants-policy-drafted';
import { GrantsPolicyPublished } from '#contexts/grants/events/grants-policy-published';
import type { GrantsPolicyDocument } from '#contexts/grants/views/policies';
import type { Projection } from '#kernel/decider/projection';
import { receivedAt } from '#kernel/decider/received-at';

type Read = GrantsPolicyDrafted | GrantsPolicyPublished;

/** A document for each version of the grant rules. */
export const grantsPoliciesProjection: Projection<GrantsPolicyDocument> = {
  view: { name: 'grants-policies', version: 2 },
  types: [GrantsPolicyDrafted, GrantsPolicyPublished],
  keys: (event) => [String((event as Read).data.version)],
  fold(document, recorded) {
    const event = recorded as Read;
    if (event.type === 'GrantsPolicyDrafted') return drafted(event);
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
function written(event: Read): GrantsPolicyDocument {
  const { policyId, version, effectiveFrom, hash, content } = event.data;
  return {
    ...{ id: policyId, family: 'grants', version, status: 'draft', effectiveFrom },
    ...{ draftedAt: null, draftedBy: [], publishedAt: null, publishedBy: [] },
    ...{ hash, replaces: null, changes: [], content, revision: event.revision },
  };
}

function drafted(event: GrantsPolicyDrafted): GrantsPolicyDocument {
  const { replaces, changes, draftedBy } = event.data;
  return { ...written(event), draftedAt: receivedAt(event), draftedBy, replaces, changes };
}
