import { PartnerOnboarded } from '#contexts/partners/events/partner-onboarded';
import type { FactFold } from '#kernel/decider/decider';

/** That there is such a partner: all that a cohort needs to know. */
export interface OnboardedPartner {
  onboarded: boolean;
}

export const onboardedPartner: FactFold<OnboardedPartner> = {
  name: 'partners/onboarded-partner',
  prefix: 'partner-',
  types: [PartnerOnboarded],
  initial: () => ({ onboarded: false }),
  evolve: (partner) => Object.assign(partner, { onboarded: true }),
};
