import type { OverrideCap } from '#contexts/incentives/commands/override-cap';
import type { IncentiveFacts } from '#contexts/incentives/decide/claim-facts';
import { incentiveFacts } from '#contexts/incentives/decide/claim-facts';
import type { IncentivesState } from '#contexts/incentives/decide/state';
import { CapOverridden } from '#contexts/incentives/events/cap-overridden';
import { CapOverrideRefused } from '#contexts/incentives/events/cap-override-refused';
import { worksFor } from '#contexts/incentives/facts/partner-standing';
import { incentivesPolicies, INCENTIVES_POLICY_STREAM } from '#contexts/incentives/facts/policies';
import type { Answer } from '#kernel/decider/answer';
import { accepted, notFound, notNow, refused } from '#kernel/decider/answer';
import type { Circumstances, Sources } from '#kernel/decider/decider';
import { actingPeople } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';
import { ZERO } from '#kernel/money/cents';

export function overrideFacts(
  { partnerId }: OverrideCap,
  _state: Readonly<IncentivesState>,
  circumstances: Circumstances,
  sources: Sources,
): IncentiveFacts | Circumstances {
  if (sources.lookup.get(incentivesPolicies, INCENTIVES_POLICY_STREAM) === undefined) return circumstances;
  return incentiveFacts(partnerId, ({ versions }) => versions.at(-1), circumstances, sources) ?? circumstances;
}

/** Decides an override: of something, for a partner that there is, until a day that is not over, by none of its people. */
export function overrideCap(
  { partnerId, year, cents, reason, expiresOn }: OverrideCap,
  _state: Readonly<IncentivesState>,
  facts: IncentiveFacts | Circumstances,
): Answer<NewEventOf<typeof CapOverridden> | NewEventOf<typeof CapOverrideRefused>> {
  if (!('partner' in facts)) return notFound;
  if (cents === ZERO) return notNow('OVERRIDE_EMPTY', 'An override adds something to the cap.');
  const { partner, programToday, today } = facts;
  if (expiresOn < programToday) {
    const detail = `It is ${programToday}; an override that expires on ${expiresOn} would change nothing.`;
    return notNow('EXPIRES_IN_PAST', detail, { expiresOn, today: programToday });
  }
  const overriddenBy = actingPeople(facts);
  const person = overriddenBy.find((one) => worksFor(partner, one, today));
  if (person !== undefined) {
    const detail = 'Nobody raises the cap of their own partner.';
    const no = { because: 'SOD', detail, figures: { person, act: 'override-cap', held: 'partner' } };
    return refused(CapOverrideRefused({ ...no, partnerId, programYear: year }));
  }
  return accepted(CapOverridden({ partnerId, programYear: year, cents, reason, expiresOn, overriddenBy }));
}
