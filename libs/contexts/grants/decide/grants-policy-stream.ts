import type { PublishGrantsPolicy } from '#contexts/grants/commands/publish-grants-policy';
import type { GrantsPolicyPublishedData } from '#contexts/grants/events/grants-policy-published';
import { GrantsPolicyPublished } from '#contexts/grants/events/grants-policy-published';
import type { GrantsPolicies } from '#contexts/grants/facts/policies';
import { GRANTS_POLICY_STREAM, grantsPolicies } from '#contexts/grants/facts/policies';
import { policyFlaws } from '#contexts/grants/policy/policy-flaws';
import { assert, present } from '#kernel/assert/assert';
import { digestOf } from '#kernel/codec/digest';
import type { Answer } from '#kernel/decider/answer';
import { accepted, notNow } from '#kernel/decider/answer';
import type { Decider, Reply } from '#kernel/decider/decider';
import type { NewEventOf, RecordedEvent } from '#kernel/decider/event';
import type { PublicationFacts } from '#kernel/decider/publication';
import { inThePast, publicationFacts } from '#kernel/decider/publication';
import { entityId } from '#kernel/ids/entity-id';

/** The versions of the grant rules: stream `policy-grants`. */
export const grantsPolicyStream: Decider<GrantsPolicies> = {
  name: 'grants-policy',
  owns: (stream) => stream === GRANTS_POLICY_STREAM,
  events: [GrantsPolicyPublished],
  initial: () => grantsPolicies.initial(),
  evolve(state, event) {
    const { version } = (event as GrantsPolicyPublished).data;
    assert(version === state.versions.length + 1, 'versions are counted without a gap', { version });
    return grantsPolicies.evolve(state, event);
  },
  touched: () => undefined,
  commands: [
    {
      name: 'PublishGrantsPolicy',
      version: 1,
      rules: 'v1',
      stream: () => GRANTS_POLICY_STREAM,
      facts: publicationFacts,
      decide: publishGrantsPolicy,
      reply: publicationReply,
    },
  ],
};

/** Decides a publication: a sound policy, from today or a later day on. Only a network's first version reaches back. */
export function publishGrantsPolicy(
  { effectiveFrom, content }: PublishGrantsPolicy,
  { versions }: Readonly<GrantsPolicies>,
  { today, commandId }: PublicationFacts,
): Answer<NewEventOf<typeof GrantsPolicyPublished>> {
  const flaw = policyFlaws(content)[0];
  if (flaw !== undefined) return notNow('POLICY_FLAWED', flaw);
  const past = inThePast(effectiveFrom, today);
  if (past !== undefined) return notNow('EFFECTIVE_IN_PAST', past, { effectiveFrom, today });
  return accepted(
    GrantsPolicyPublished({
      policyId: entityId('pol', commandId),
      version: versions.length + 1,
      effectiveFrom,
      hash: digestOf(content),
      content,
    }),
  );
}

/** What a caller is told of a published version. */
export function publicationReply(events: readonly RecordedEvent[]): Reply {
  const event = present(events[0], 'the event of a publication');
  const { policyId, version, effectiveFrom, hash } = event.data as GrantsPolicyPublishedData;
  const location = `/v1/policies/grants/${version}`;
  return { status: 201, body: { id: policyId, family: 'grants', version, effectiveFrom, hash }, location };
}
