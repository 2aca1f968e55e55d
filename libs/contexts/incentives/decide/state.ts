import type { ClaimStanding, Duties } from '#contexts/incentives/events/claim-standing';
import type { OutcomeHold } from '#contexts/incentives/events/outcome-hold';
import type { ClaimId, PartnerId, PersonId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import { add, cents, greater, subtract, ZERO } from '#kernel/money/cents';
import type { Instant } from '#kernel/time/instant';

/** A claim as the ledger remembers it: what stands, and what only decisions need. */
export interface Claim {
  standing: ClaimStanding;
  readonly outcome: OutcomeHold;
  duties: Duties;
  /** Live claims of other partners on the same outcome. Not empty: nobody can be approved. */
  readonly rivals: Set<ClaimId>;
  /** Set by a denial: until then the outcome stays held for an appeal. */
  appealableUntil: Instant | null;
  /** Revision of the last event that touched it. */
  touched: number;
}

/** A partner's program year under its cap. `approvedCents` is cumulative and gross: payment does not lower it. */
export interface CapYear {
  reservedCents: Cents;
  approvedCents: Cents;
  reversedCents: Cents;
}

export interface EvidenceFile {
  readonly mediaType: string;
  /** Partners that sent it; null stands for network staff. */
  readonly from: Set<PartnerId | null>;
  /** Partners with a claim that names it: enough for the flags, and a file on a thousand claims costs no more than on one. */
  readonly usedBy: Set<PartnerId>;
}

/** The ledger `incentives-1`, folded: everything that a money decision must not get wrong. */
export interface IncentivesState {
  readonly claims: Map<ClaimId, Claim>;
  readonly capYears: Map<string, CapYear>;
  /** Claims that hold or held an outcome, by its key. */
  readonly outcomes: Map<string, ClaimId[]>;
  readonly evidence: Map<string, EvidenceFile>;
}

export const initialIncentives = (): IncentivesState => ({
  claims: new Map(),
  capYears: new Map(),
  outcomes: new Map(),
  evidence: new Map(),
});

export const capYearKey = (partnerId: PartnerId, programYear: number): string => `${partnerId}/${programYear}`;

const UNUSED: Readonly<CapYear> = { reservedCents: ZERO, approvedCents: ZERO, reversedCents: ZERO };

export function capYearOf(
  state: Readonly<IncentivesState>,
  partnerId: PartnerId,
  programYear: number,
): Readonly<CapYear> {
  return state.capYears.get(capYearKey(partnerId, programYear)) ?? UNUSED;
}

/** `reserved + approved − reversed`: what counts against the cap. */
export function usedCents({ reservedCents, approvedCents, reversedCents }: Readonly<CapYear>): Cents {
  return subtract(add(reservedCents, approvedCents), reversedCents);
}

/** `max(0, cap − used)` (domain.md section 1). */
export function headroomCents(year: Readonly<CapYear>, capCents: Cents): Cents {
  return greater(ZERO, cents(capCents - usedCents(year)));
}

/** Everyone who already holds a duty on the claim's money. */
export function dutyHolders({ duties }: Claim): ReadonlySet<PersonId> {
  return new Set([...duties.submitted, ...duties.verified, ...duties.approved]);
}
