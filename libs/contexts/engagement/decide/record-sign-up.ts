import type { RecordSignUp } from '#contexts/engagement/commands/record-sign-up';
import type { DistrictState } from '#contexts/engagement/decide/state';
import { registeredSubjects, SUBJECT_REGISTER } from '#contexts/engagement/facts/registered-subjects';
import { DistrictSignedUp } from '#contexts/engagement/events/district-signed-up';
import type { Answer } from '#kernel/decider/answer';
import { accepted, notNow } from '#kernel/decider/answer';
import type { Circumstances, Facts, Sources } from '#kernel/decider/decider';
import type { NewEventOf } from '#kernel/decider/event';
import { parseSubjectId } from '#kernel/subjects/subject-id';
import { addDays, plainDate } from '#kernel/time/plain-date';

export interface SignUpFacts extends Facts {
  /** By NCES, or by program staff. */
  readonly isRegistered: boolean;
}

export function signUpFacts(
  { districtId }: RecordSignUp,
  _state: Readonly<DistrictState>,
  circumstances: Circumstances,
  { lookup }: Sources,
): SignUpFacts {
  // Looked up only where it matters: the capsule keeps every look.
  const isProvisional = districtId.startsWith('local:');
  const isRegistered = !isProvisional || lookup.get(registeredSubjects, SUBJECT_REGISTER)?.has(districtId) === true;
  return { ...circumstances, isRegistered };
}

/** Decides a sign-up: of a district or school that has an id, once, and not of a day that is yet to come anywhere. */
export function recordSignUp(
  { districtId, signedOn, tier }: RecordSignUp,
  { signUp }: Readonly<DistrictState>,
  { at, isRegistered }: SignUpFacts,
): Answer<NewEventOf<typeof DistrictSignedUp>> {
  if (parseSubjectId(districtId)?.kinds.includes('cohort') === true) {
    return notNow('NOT_A_DISTRICT', `${districtId} is a cohort; districts and schools sign up.`, { districtId });
  }
  if (!isRegistered) {
    const detail = `${districtId} is a provisional id that nobody has registered.`;
    return notNow('SUBJECT_NOT_REGISTERED', detail, { districtId });
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
