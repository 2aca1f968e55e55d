import { canonical } from '#kernel/codec/canonical';
import type {
  ApprovalId,
  AwardId,
  BatchId,
  ClaimId,
  PartnerId,
  PersonId,
  ProposalId,
  ReceivableId,
} from '#kernel/ids/entity-id';
import { entityId } from '#kernel/ids/entity-id';
import type { Uuid } from '#kernel/ids/uuid';
import { uuidOf } from '#kernel/ids/uuid';

/** Every command of the demo has a name, and its id is made of it: asked again, it is the same command. */
export const commandIdOf = (name: string): Uuid => uuidOf(canonical(['demo', name]));

// What a command makes is named after the command, so ids are known before anything has happened.
export const registration = (handle: string): string => `register ${handle}`;
export const onboarding = (slug: string): string => `onboard ${slug}`;
export const personIdOf = (handle: string): PersonId => entityId('per', commandIdOf(registration(handle)));
export const partnerIdOf = (slug: string): PartnerId => entityId('ptr', commandIdOf(onboarding(slug)));
export const claimIdOf = (claimName: string): ClaimId => entityId('clm', commandIdOf(claimName));
export const approvalIdOf = (requestName: string): ApprovalId => entityId('apr', commandIdOf(requestName));
export const proposalIdOf = (proposalName: string): ProposalId => entityId('prp', commandIdOf(proposalName));
export const batchIdOf = (payoutName: string): BatchId => entityId('bat', commandIdOf(payoutName));
/** The one receivable that the acceptance of a report can make (payouts/events/receivable-standing.ts). */
export const receivableIdOf = (acceptanceName: string): ReceivableId =>
  entityId('rcv', uuidOf(entityId('dec', commandIdOf(acceptanceName))));
/** The one award that a proposal can have (grants/events/award-standing.ts). */
export const awardIdOf = (proposalName: string): AwardId => entityId('awd', uuidOf(proposalIdOf(proposalName)));
