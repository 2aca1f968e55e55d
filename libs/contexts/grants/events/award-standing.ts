import type { PoolStanding } from '#contexts/grants/events/pool-standing';
import type { SlateLine } from '#contexts/grants/events/slate';
import type { Payment } from '#contexts/grants/policy/grants-policy';
import { present } from '#kernel/assert/assert';
import type { AwardId, PartnerId, PersonId, ProposalId } from '#kernel/ids/entity-id';
import { entityId } from '#kernel/ids/entity-id';
import { uuidOf } from '#kernel/ids/uuid';
import type { Cents } from '#kernel/money/cents';
import { add, ZERO } from '#kernel/money/cents';
import type { Instant } from '#kernel/time/instant';

export type AwardStatus =
  'offered' | 'accepted' | 'reported' | 'report-accepted' | 'closed' | 'declined' | 'lapsed' | 'reversed';

/** An award after an event. */
export interface AwardStanding {
  readonly awardId: AwardId;
  readonly proposalId: ProposalId;
  readonly partnerId: PartnerId;
  /** The round that offered it: its cap and its year's pool bear it. */
  readonly quarter: string;
  readonly programYear: number;
  readonly status: AwardStatus;
  readonly payment: Payment;
  readonly offeredCents: Cents;
  /** At most the offer; an amendment may lower it. 0 until accepted. */
  readonly acceptedCents: Cents;
  /** What the pool counts as awarded: accepted, less what came free and what was given back. */
  readonly netCents: Cents;
  /** Of the report; null before it. */
  readonly spentCents: Cents | null;
  /** What the partner has to give back and has not yet. */
  readonly owedBackCents: Cents;
  /** Paid out and given back: the quarter's cap stays used by it. */
  readonly repaidCents: Cents;
  /** The offer stands up to this moment, exclusive. */
  readonly lapsesAt: Instant;
  readonly reportDueAt: Instant | null;
}

/** Who has held which duty on this money. It travels with the money to payable and batch (G21). */
export interface GrantDuties {
  readonly submitted: readonly PersonId[];
  readonly verified: readonly PersonId[];
  readonly approved: readonly PersonId[];
}

/** What an event on an award moves: the year's pool after it, and the partner's quarter under its cap. */
export interface AwardMove {
  readonly pool: PoolStanding;
  readonly cap: QuarterCap;
  /** What came free of the award, for the year or for its lapse. */
  readonly freedCents: Cents;
}

/** A partner's quarter under the round's frozen cap, before and after an event. */
export interface QuarterCap {
  readonly capCents: Cents;
  readonly usedBeforeCents: Cents;
  readonly usedAfterCents: Cents;
}

/** The one award that a proposal can have. */
export const awardIdOf = (proposalId: ProposalId): AwardId => entityId('awd', uuidOf(proposalId));

/** What the round of a line offers by it. */
export interface Offering {
  readonly quarter: string;
  readonly payment: Payment;
  readonly offersLapseAt: Instant;
}

/** The offer that a funded line of a slate is. */
export function offerOf(line: SlateLine, { quarter, payment, offersLapseAt }: Offering): AwardStanding {
  return {
    awardId: present(line.awardId, 'the award of a funded line'),
    proposalId: line.proposalId,
    partnerId: line.partnerId,
    quarter,
    programYear: Number(quarter.slice(0, 4)),
    status: 'offered',
    payment,
    offeredCents: line.awardedCents,
    acceptedCents: ZERO,
    netCents: ZERO,
    spentCents: null,
    owedBackCents: ZERO,
    repaidCents: ZERO,
    lapsesAt: offersLapseAt,
    reportDueAt: null,
  };
}

/** What of the pool stands against the award as an offer. */
export const offeredPart = ({ status, offeredCents }: AwardStanding): Cents =>
  status === 'offered' ? offeredCents : ZERO;

/** What the award uses of the partner's quarter: money once paid stays used, also when it comes back. */
export const capPart = (award: AwardStanding): Cents => add(offeredPart(award), add(award.netCents, award.repaidCents));

/** What the partner has of the year's grants by this award. */
export const netPart = (award: AwardStanding): Cents => add(offeredPart(award), award.netCents);
