import { affiliatePerson, affiliationFacts, endAffiliation } from '#contexts/partners/decide/affiliations';
import { defineTerritory } from '#contexts/partners/decide/define-territory';
import { evolve } from '#contexts/partners/decide/evolve';
import { onboardPartner } from '#contexts/partners/decide/onboard-partner';
import { exitFacts, exitPartner, pausePartner, reactivatePartner } from '#contexts/partners/decide/partner-status';
import { changePayee, endPayeeHold, partnerDay, recordW9 } from '#contexts/partners/decide/payee';
import { affiliationReply, partnerReply, payeeReply, territoryReply, w9Reply } from '#contexts/partners/decide/replies';
import type { PartnerState } from '#contexts/partners/decide/state';
import { AffiliationEnded } from '#contexts/partners/events/affiliation-ended';
import { PartnerExited } from '#contexts/partners/events/partner-exited';
import { PartnerOnboarded } from '#contexts/partners/events/partner-onboarded';
import { PartnerPaused } from '#contexts/partners/events/partner-paused';
import { PartnerReactivated } from '#contexts/partners/events/partner-reactivated';
import { PersonAffiliated } from '#contexts/partners/events/person-affiliated';
import { PayeeChangeRefused } from '#contexts/partners/events/payee-change-refused';
import { PayeeChanged } from '#contexts/partners/events/payee-changed';
import { PayeeHoldEnded } from '#contexts/partners/events/payee-hold-ended';
import { W9Received } from '#contexts/partners/events/w9-received';
import { TerritoryDefined } from '#contexts/partners/events/territory-defined';
import type { Circumstances, Decider } from '#kernel/decider/decider';
import type { PartnerId } from '#kernel/ids/entity-id';
import { entityId } from '#kernel/ids/entity-id';

export const partnerStream = (partnerId: PartnerId): string => `partner-${partnerId}`;

const v1 = { version: 1, rules: 'v1' };
const onPartner = {
  ...v1,
  stream: ({ partnerId }: { partnerId: PartnerId }): string => partnerStream(partnerId),
  entity: ({ partnerId }: { partnerId: PartnerId }): string => partnerId,
};

/** A stream for each partner: who it is, whether it may claim, and who works for it. */
export const partnerStreams: Decider<PartnerState> = {
  name: 'partners',
  owns: (stream) => stream.startsWith('partner-'),
  events: [
    ...[PartnerOnboarded, PartnerPaused, PartnerReactivated, PartnerExited, PersonAffiliated, AffiliationEnded],
    ...[TerritoryDefined, W9Received, PayeeChanged, PayeeChangeRefused, PayeeHoldEnded],
  ],
  initial: () => ({ partner: null }),
  evolve,
  touched: ({ partner }, entity) => (partner?.partnerId === entity ? partner.touched : undefined),
  commands: [
    {
      ...v1,
      name: 'OnboardPartner',
      stream: (_command, { commandId }) => partnerStream(entityId('ptr', commandId)),
      facts: alone,
      decide: onboardPartner,
      reply: partnerReply,
    },
    { ...onPartner, name: 'PausePartner', facts: alone, decide: pausePartner, reply: partnerReply },
    { ...onPartner, name: 'ReactivatePartner', facts: alone, decide: reactivatePartner, reply: partnerReply },
    { ...onPartner, name: 'ExitPartner', facts: exitFacts, decide: exitPartner, reply: partnerReply },
    {
      ...onPartner,
      name: 'AffiliatePerson',
      facts: affiliationFacts,
      decide: affiliatePerson,
      reply: affiliationReply,
    },
    { ...onPartner, name: 'EndAffiliation', facts: alone, decide: endAffiliation, reply: affiliationReply },
    { ...onPartner, name: 'DefineTerritory', facts: alone, decide: defineTerritory, reply: territoryReply },
    { ...onPartner, name: 'RecordW9', facts: partnerDay, decide: recordW9, reply: w9Reply },
    { ...onPartner, name: 'ChangePayee', facts: partnerDay, decide: changePayee, reply: payeeReply },
    { ...onPartner, name: 'EndPayeeHold', facts: alone, decide: endPayeeHold, reply: payeeReply },
  ],
};

/** For commands that need to know nothing beyond their own stream. */
function alone(_command: unknown, _state: unknown, circumstances: Circumstances): Circumstances {
  return circumstances;
}
