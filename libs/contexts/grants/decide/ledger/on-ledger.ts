import type { Circumstances } from '#kernel/decider/decider';
import type { AwardId, ProposalId } from '#kernel/ids/entity-id';

/** All grants lie in one stream: the scope of the pool, of each partner's quarter and of a round's one decision. */
export const GRANTS_LEDGER = 'grants-1';

export const onLedger = { version: 1, rules: 'v1', stream: (): string => GRANTS_LEDGER };
export const onPool = { ...onLedger, entity: ({ year }: { year: string }): string => year };
export const onRound = { ...onLedger, entity: ({ quarter }: { quarter: string }): string => quarter };
export const onProposal = { ...onLedger, entity: ({ proposalId }: { proposalId: ProposalId }): string => proposalId };
export const onAward = { ...onLedger, entity: ({ awardId }: { awardId: AwardId }): string => awardId };

/** For commands that need to know nothing beyond their own stream. */
export function alone(_command: unknown, _state: unknown, circumstances: Circumstances): Circumstances {
  return circumstances;
}
