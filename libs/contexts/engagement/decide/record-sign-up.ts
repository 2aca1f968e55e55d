import type { RecordSignUp } from '#contexts/engagement/commands/record-sign-up';
import type { DistrictState } from '#contexts/engagement/decide/state';
import { DistrictSignedUp } from '#contexts/engagement/events/district-signed-up';
import type { Answer } from '#kernel/decider/answer';
import { accepted, notNow } from '#kernel/decider/answer';
import type { Circumstances } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';
import { parseSubjectId } from '#kernel/subjects/subject-id';
import { addDays, plainDate } from '#kernel/time/plain-date';

/** Decides a sign-up: of a district or school, once, and not of a day that is yet to come anywhere. */
export function recordSignUp(
  { districtId, signedOn, tier }: RecordSignUp,
  { signUp }: Readonly<DistrictState>,
  { at }: Circumstances,
): Answer<NewEventOf<typeof DistrictSignedUp>> {
  if (parseSubjectId(districtId)?.kinds.includes('cohort') === true) {
    return notNow('NOT_A_DISTRICT', `${districtId} is a cohort; districts and schools sign up.`, { districtId });
  }
  // The easternmost zone is 14 hours ahead of UTC: no calendar has turned further than this.
  const latest = addDays(plainDate(at.slice(0, 10)), 1);
  if (signedOn > latest) {
    const detail = `${signedOn} is yet to come; the latest day that can be recorded is ${latest}.`;
    return notNow('SIGNED_IN_FUTURE', detail, { signedOn, latest });
  }
  if (signUp !== null) {
    const detail = `${districtId} signed up on ${signUp.signedOn}, in tier ${signUp.tier}.`;
    return notNow('ALREADY_SIGNED_UP', detail, { ...signUp });
  }
  return accepted(DistrictSignedUp({ districtId, signedOn, tier }));
}
