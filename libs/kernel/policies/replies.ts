import { present } from '#kernel/assert/assert';
import type { Reply } from '#kernel/decider/decider';
import type { RecordedEvent } from '#kernel/decider/event';
import type { PolicyId } from '#kernel/ids/entity-id';
import type { PolicyChange } from '#kernel/policies/changes';
import type { PolicyDraft, PolicyVersion } from '#kernel/policies/family';

interface Named {
  readonly policyId: PolicyId;
}
interface Replies {
  readonly draft: (events: readonly RecordedEvent[]) => Reply;
  readonly publication: (events: readonly RecordedEvent[]) => Reply;
}

/** What a caller is told of a family's draft (its number, its digest, what it changes) and of a published version. */
export const policyReplies = (family: string): Replies => ({
  draft: (events) => {
    const data = dataOf<PolicyDraft & Named & { readonly changes: readonly PolicyChange[] }>(events);
    const { policyId, version, effectiveFrom, hash, replaces, changes } = data;
    const body = { id: policyId, family, version, status: 'draft', effectiveFrom, hash, replaces, changes };
    return { status: 201, body, location: `/v1/policies/${family}/${version}` };
  },
  publication: (events) => {
    const { policyId, version, effectiveFrom, hash } = dataOf<PolicyVersion & Named>(events);
    const body = { id: policyId, family, version, status: 'published', effectiveFrom, hash };
    return { status: 201, body, location: `/v1/policies/${family}/${version}` };
  },
});

const dataOf = <Data>(events: readonly RecordedEvent[]): Data =>
  present(events[0], 'the event of a policy').data as Data;
