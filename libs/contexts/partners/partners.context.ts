import { partnerStreams } from '#contexts/partners/decide/partner-streams';
import { subjectRegister } from '#contexts/partners/decide/subject-register';
import { onboardedPartner } from '#contexts/partners/facts/onboarded-partner';
import { registeredPerson } from '#contexts/partners/facts/registered-person';
import { partnersProjection } from '#contexts/partners/projections/partners';
import { subjectsProjection } from '#contexts/partners/projections/subjects';
import { payeeHold } from '#contexts/partners/reactions/payee-hold';
import { partnersView } from '#contexts/partners/views/partners';
import { subjectsView } from '#contexts/partners/views/subjects';
import type { Context } from '#platform/runtime/context';
import { builtViews } from '#platform/runtime/project/built-view';

/** Who may claim, since when, and who works for whom. */
export const partnersContext: Context = {
  name: 'partners',
  deciders: [partnerStreams, subjectRegister],
  folds: [registeredPerson, onboardedPartner],
  views: builtViews([partnersView, subjectsView], [partnersProjection, subjectsProjection]),
  reactions: [],
  deadlines: [payeeHold],
};
