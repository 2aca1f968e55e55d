import type { DraftGrantsPolicy } from '#contexts/grants/commands/draft-grants-policy';
import type { GrantsPolicyState } from '#contexts/grants/decide/policy/policy-state';
import { GrantsPolicyDrafted } from '#contexts/grants/events/grants-policy-drafted';
import { policyFlaws } from '#contexts/grants/policy/policy-flaws';
import { changesOf } from '#kernel/codec/changes';
import { digestOf } from '#kernel/codec/digest';
import type { Answer, Flaw, NotNow } from '#kernel/decider/answer';
import { accepted, notNow } from '#kernel/decider/answer';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';
import type { PublicationFacts } from '#kernel/decider/publication';
import { inThePast } from '#kernel/decider/publication';
import { entityId } from '#kernel/ids/entity-id';
import { inForceOn } from '#kernel/time/in-force';

/**
 * Decides a draft: only rules that could be published as they are become one, so that what two people are asked for is
 * sound. It keeps what it changes of the version that would rule otherwise.
 */
export function draftGrantsPolicy(
  { effectiveFrom, content }: DraftGrantsPolicy,
  { versions, lastVersion }: Readonly<GrantsPolicyState>,
  facts: PublicationFacts,
): Answer<NewEventOf<typeof GrantsPolicyDrafted>> {
  const replaced = inForceOn(versions, effectiveFrom);
  if (replaced === undefined || facts.today === null) {
    return notNow('POLICY_MISSING', 'No grants policy is published yet; a network is founded with its first.');
  }
  const past = inThePast(effectiveFrom, facts.today);
  const early = past === undefined ? [] : [{ pointer: '#/effectiveFrom', code: 'EFFECTIVE_IN_PAST', detail: past }];
  const flaws = [...early, ...policyFlaws(content)];
  if (flaws.length > 0) return flawed(flaws);
  return accepted(
    GrantsPolicyDrafted({
      policyId: entityId('pol', facts.commandId),
      version: lastVersion + 1,
      effectiveFrom,
      hash: digestOf(content),
      content,
      replaces: { version: replaced.version, hash: replaced.hash },
      changes: changesOf(replaced.content, content),
      draftedBy: actingPeople(facts),
    }),
  );
}

/** All that the linter says, so that whoever writes a policy need not meet it piece by piece. */
export function flawed(errors: readonly Flaw[]): NotNow {
  const [first, ...more] = errors.map(({ detail }) => detail);
  const detail = more.length === 0 ? (first ?? '') : `${first ?? ''} ${more.length} more: see errors.`;
  return { ...notNow('POLICY_FLAWED', detail, { flaws: errors.length }), status: 422, errors };
}
