import type { PublishIncentivesPolicy } from '#contexts/incentives/commands/publish-incentives-policy';
import type { IncentivesPolicyPublishedData } from '#contexts/incentives/events/incentives-policy-published';
import { IncentivesPolicyPublished } from '#contexts/incentives/events/incentives-policy-published';
import type { IncentivesPolicies } from '#contexts/incentives/facts/policies';
import { incentivesPolicies, INCENTIVES_POLICY_STREAM } from '#contexts/incentives/facts/policies';
import { policyFlaws } from '#contexts/incentives/policy/policy-flaws';
import { assert, present } from '#kernel/assert/assert';
import { digestOf } from '#kernel/codec/digest';
import type { Answer } from '#kernel/decider/answer';
import { accepted, notNow } from '#kernel/decider/answer';
import type { Circumstances, Decider, Facts, Reply, Sources } from '#kernel/decider/decider';
import type { NewEventOf, RecordedEvent } from '#kernel/decider/event';
import { entityId } from '#kernel/ids/entity-id';
import type { PlainDate } from '#kernel/time/plain-date';

export interface PublicationFacts extends Facts {
  /** The day in the zone of the rules in force; null for the first version, which may rule the past. */
  readonly today: PlainDate | null;
}

/** The versions of the incentive rules: stream `policy-incentives`. */
export const incentivesPolicyStream: Decider<IncentivesPolicies> = {
  name: 'incentives-policy',
  owns: (stream) => stream === INCENTIVES_POLICY_STREAM,
  events: [IncentivesPolicyPublished],
  initial: () => incentivesPolicies.initial(),
  evolve(state, event) {
    const { version } = (event as IncentivesPolicyPublished).data;
    assert(version === state.versions.length + 1, 'versions are counted without a gap', { version });
    return incentivesPolicies.evolve(state, event);
  },
  touched: () => undefined,
  commands: [
    {
      name: 'PublishIncentivesPolicy',
      version: 1,
      rules: 'v1',
      stream: () => INCENTIVES_POLICY_STREAM,
      facts: publicationFacts,
      decide: publishIncentivesPolicy,
      reply: publicationReply,
    },
  ],
};

function publicationFacts(
  _command: PublishIncentivesPolicy,
  { versions }: Readonly<IncentivesPolicies>,
  circumstances: Circumstances,
  { calendar }: Sources,
): PublicationFacts {
  const last = versions.at(-1);
  const today = last === undefined ? null : calendar.dateAt(circumstances.at, last.content.program.zone);
  return { ...circumstances, today };
}

/** Decides a publication: a sound policy, from today or a later day on. Only a network's first version reaches back. */
export function publishIncentivesPolicy(
  { effectiveFrom, content }: PublishIncentivesPolicy,
  { versions }: Readonly<IncentivesPolicies>,
  { today, commandId }: PublicationFacts,
): Answer<NewEventOf<typeof IncentivesPolicyPublished>> {
  const flaw = policyFlaws(content)[0];
  if (flaw !== undefined) return notNow('POLICY_FLAWED', flaw);
  if (today !== null && effectiveFrom < today) {
    const detail = `A policy never takes effect in the past: it is ${today}, and this one would rule from ${effectiveFrom}.`;
    return notNow('EFFECTIVE_IN_PAST', detail, { effectiveFrom, today });
  }
  return accepted(
    IncentivesPolicyPublished({
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
  const { policyId, version, effectiveFrom, hash } = event.data as IncentivesPolicyPublishedData;
  const location = `/v1/policies/incentives/${version}`;
  return { status: 201, body: { id: policyId, family: 'incentives', version, effectiveFrom, hash }, location };
}
