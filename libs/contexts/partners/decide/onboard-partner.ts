import type { OnboardPartner } from '#contexts/partners/commands/onboard-partner';
import type { PartnerState } from '#contexts/partners/decide/state';
import { PartnerOnboarded } from '#contexts/partners/events/partner-onboarded';
import { assert } from '#kernel/assert/assert';
import type { Answer } from '#kernel/decider/answer';
import { accepted } from '#kernel/decider/answer';
import type { Circumstances } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';
import { entityId } from '#kernel/ids/entity-id';

/**
 * Takes an organisation in. Its stream and id come from the command's id, so a retry meets its first try (G3).
 *
 * That no two partners share a slug is not decided here: a decision checks its own stream only, and a stream that
 * depended on the slug would depend on the body. The edge refuses a slug that the directory already knows; two
 * onboardings that race past it make two partners with one slug, and the one that came first keeps it in the directory
 * (access/facts/directory.ts). Nothing about money rests on a slug: caps, claims and payables go by id.
 */
export function onboardPartner(
  { slug, name, states, territory, timeZone, since }: OnboardPartner,
  state: Readonly<PartnerState>,
  { commandId }: Circumstances,
): Answer<NewEventOf<typeof PartnerOnboarded>> {
  const partnerId = entityId('ptr', commandId);
  assert(state.partner === null, 'a new partner’s stream is empty', { partnerId });
  const served = [...new Set(states)].sort();
  return accepted(PartnerOnboarded({ partnerId, slug, name, states: served, territory, timeZone, since }));
}
