import type { AwardStanding } from '#contexts/grants/events/award-standing';
import type { PoolStanding } from '#contexts/grants/events/pool-standing';
import type { Review } from '#contexts/grants/events/proposal-reviewed';
import type { ProposalStanding } from '#contexts/grants/events/proposal-standing';
import type { RoundStanding } from '#contexts/grants/events/round-standing';
import type { Slate, SlateLine } from '#contexts/grants/events/slate';
import type { AwardId, PartnerId, PersonId, ProposalId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import { ZERO } from '#kernel/money/cents';
import type { Instant } from '#kernel/time/instant';
import type { PlainDate } from '#kernel/time/plain-date';

export interface Pool {
  standing: PoolStanding;
  readonly releases: readonly [Cents, Cents, Cents, Cents];
  readonly lapsesFrom: Instant;
  touched: number;
}

/** What of a round's decision later decisions need: who decided, how the partners stood at its start, who still waits. */
export interface Allocation {
  readonly slate: Slate;
  readonly usageBefore: ReadonlyMap<PartnerId, PartnerUsage>;
  readonly decidedBy: PersonId[];
  readonly decidedOn: Instant;
  readonly waiting: Map<ProposalId, SlateLine>;
}

export interface Round {
  standing: RoundStanding;
  allocation: Allocation | null;
  touched: number;
}

/** How a partner stood when a round was decided. */
export interface PartnerUsage {
  readonly quarterUsedCents: Cents;
  readonly yearNetCents: Cents;
}

export interface Reviewer {
  recused: boolean;
  declared: boolean;
  review: Review | null;
  /** A conflict that came to light after the review. */
  invalid: boolean;
}

export interface Proposal {
  standing: ProposalStanding;
  startsOn: PlainDate;
  endsOn: PlainDate;
  readonly applicant: PersonId;
  readonly needsCosignature: boolean;
  /** Everyone who ever held the duty "submit": whoever submitted, revised or co-signed. */
  readonly submitters: Set<PersonId>;
  /** Who wrote the current edition: none of them may co-sign it. */
  authors: readonly PersonId[];
  /** Who co-signed the current edition. */
  cosigned: readonly PersonId[];
  readonly reviewers: Map<PersonId, Reviewer>;
  /** Revision of the event that made the current edition: the last word on a tie. */
  editedAt: number;
  touched: number;
}

export interface Award {
  standing: AwardStanding;
  startsOn: PlainDate;
  endsOn: PlainDate;
  submitted: readonly PersonId[];
  readonly verified: readonly PersonId[];
  readonly approved: readonly PersonId[];
  touched: number;
}

/** The ledger `grants-1`, folded: everything that a grant decision must not get wrong. */
export interface GrantsState {
  readonly pools: Map<number, Pool>;
  readonly rounds: Map<string, Round>;
  readonly proposals: Map<ProposalId, Proposal>;
  readonly awards: Map<AwardId, Award>;
  /** What counts against a partner's cap of a quarter: `ptr_…/2026-Q3`. */
  readonly quarterUse: Map<string, Cents>;
  /** A partner's net grant cents of a program year: `ptr_…/2026`. */
  readonly yearNet: Map<string, Cents>;
  /** Proposals of a round, and awards of a partner. */
  readonly byQuarter: Map<string, Set<ProposalId>>;
  readonly awardsOf: Map<PartnerId, Set<AwardId>>;
}

export const initialGrants = (): GrantsState => ({
  pools: new Map(),
  rounds: new Map(),
  proposals: new Map(),
  awards: new Map(),
  quarterUse: new Map(),
  yearNet: new Map(),
  byQuarter: new Map(),
  awardsOf: new Map(),
});

export const quarterKey = (partnerId: PartnerId, quarter: string): string => `${partnerId}/${quarter}`;
export const yearKey = (partnerId: PartnerId, year: number): string => `${partnerId}/${year}`;

export const quarterUsed = (state: Readonly<GrantsState>, partnerId: PartnerId, quarter: string): Cents =>
  state.quarterUse.get(quarterKey(partnerId, quarter)) ?? ZERO;

export const yearNet = (state: Readonly<GrantsState>, partnerId: PartnerId, year: number): Cents =>
  state.yearNet.get(yearKey(partnerId, year)) ?? ZERO;

/** The proposals of a round, in the order in which they were first handed in. */
export function proposalsOf(state: Readonly<GrantsState>, quarter: string): readonly Proposal[] {
  const ids = state.byQuarter.get(quarter) ?? new Set<ProposalId>();
  return [...ids].map((id) => state.proposals.get(id)).filter((one) => one !== undefined);
}

/** Reviews that count: declared free of conflict, and still so. */
export function validReviews({ reviewers }: Proposal): readonly { reviewer: PersonId; review: Review }[] {
  return [...reviewers].flatMap(([reviewer, { review, recused, invalid }]) =>
    review === null || recused || invalid ? [] : [{ reviewer, review }],
  );
}
