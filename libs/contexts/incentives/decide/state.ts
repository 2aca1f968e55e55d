import type { ClaimStanding, ClaimStatus, Duties } from '#contexts/incentives/events/claim-standing';
import type { EvidenceItem } from '#contexts/incentives/events/incentive-claimed';
import type { OutcomeHold } from '#contexts/incentives/events/outcome-hold';
import { exclude } from '#contexts/incentives/events/outcome-hold';
import { impossible, present } from '#kernel/assert/assert';
import type { ClaimId, PartnerId, PersonId } from '#kernel/ids/entity-id';
import type { Cents } from '#kernel/money/cents';
import { add, cents, greater, subtract, ZERO } from '#kernel/money/cents';
import type { Instant } from '#kernel/time/instant';
import type { PlainDate } from '#kernel/time/plain-date';

/**
 * A claim as the ledger remembers it: what stands, and what only decisions need. There are hundreds of thousands, and each
 * list has mostly nothing or one in it: a set for each would be a quarter of the ledger's memory.
 */
export interface Claim {
  standing: ClaimStanding;
  outcome: OutcomeHold;
  /** What the partner said last: a resubmission starts from it. */
  stated: Stated;
  /**
   * When it was made, which rules its claim window for good. The time of recording: the receipt, a few milliseconds
   * earlier, lies in metadata that folding a long ledger must not have to parse.
   */
  readonly claimedAt: Instant;
  duties: Duties;
  /** Everybody who ever verified it: a voided verification still bars from approving. */
  verifiers: readonly PersonId[];
  /** Who turned it down last: they may not decide its appeal. */
  deniedBy: readonly PersonId[];
  /** Live claims of other partners on the same outcome. Not empty: nobody can be approved. */
  rivals: readonly ClaimId[];
  /** Set by a denial: until then the outcome stays held for an appeal. */
  appealableUntil: Instant | null;
  /** Set by an information request: until then the partner may answer. */
  answerBy: Instant | null;
  /** Reversed as ineligible: its outcome stays held for good. */
  barred: boolean;
  /** Revision of the last event that touched it. */
  touched: number;
}

/** Where a claim may be before it is decided for the first time. */
export const UNDECIDED: readonly ClaimStatus[] = ['claimed', 'contested', 'information-requested', 'verified'];

/** The facts and evidence of a claim, without what its standing says. */
export interface Stated {
  readonly version: number;
  readonly units?: number;
  readonly courseCode?: string;
  readonly policyCode?: string;
  readonly evidence: readonly EvidenceItem[];
}

/** What an event says of a claim's facts. */
export function statedIn(data: Omit<Stated, 'version'>, version: number): Stated {
  const { units, courseCode, policyCode, evidence } = data;
  return {
    version,
    ...(units === undefined ? {} : { units }),
    ...(courseCode === undefined ? {} : { courseCode }),
    ...(policyCode === undefined ? {} : { policyCode }),
    evidence,
  };
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
  from: readonly (PartnerId | null)[];
  /** Partners with a claim that names it: enough for the flags, and a file on a thousand claims costs no more than on one. */
  usedBy: readonly PartnerId[];
}

/** Money beyond the policy's cap, until a day (inclusive, in the program's zone). */
export interface CapOverride {
  readonly cents: Cents;
  readonly expiresOn: PlainDate;
}

/** The ledger `incentives-1`, folded: everything that a money decision must not get wrong. */
export interface IncentivesState {
  readonly claims: Map<ClaimId, Claim>;
  readonly capYears: Map<string, CapYear>;
  /** Claims that hold or held an outcome, by its key. */
  readonly outcomes: Map<string, ClaimId[]>;
  readonly evidence: Map<string, EvidenceFile>;
  /** By partner-year; expired ones too, for what was decided under them was right. */
  readonly overrides: Map<string, CapOverride[]>;
}

export const initialIncentives = (): IncentivesState => ({
  claims: new Map(),
  capYears: new Map(),
  outcomes: new Map(),
  evidence: new Map(),
  overrides: new Map(),
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

/** What of the claim's approval was taken back so far. */
export const reversedCentsOf = ({ reversedCents }: ClaimStanding): Cents => reversedCents ?? ZERO;

/** Whether the claim keeps others from its outcome at `at`: live ones do, and denied ones while an appeal may come. */
export function holdsOutcome({ standing, appealableUntil, barred }: Claim, at: Instant): boolean {
  switch (standing.status) {
    case 'withdrawn':
    case 'rejected':
      return false;
    case 'reversed':
      return barred;
    case 'denied':
      return appealableUntil !== null && at < appealableUntil;
    case 'claimed':
    case 'contested':
    case 'information-requested':
    case 'verified':
    case 'approved':
    case 'appealed':
      return true;
    default:
      return impossible(standing.status, 'where a claim stands');
  }
}

/** Other claims, of any partner, that keep this one from its outcome at `at`. */
export function holdersBeside(claim: Claim, state: Readonly<IncentivesState>, at: Instant): readonly Claim[] {
  return (state.outcomes.get(claim.outcome.key) ?? [])
    .map((id) => present(state.claims.get(id), 'a claim of an outcome'))
    .filter((other) => other !== claim && exclude(claim.outcome, other.outcome) && holdsOutcome(other, at));
}

/** Who holds which duty on a claim's money, by what they did to it. */
export type HeldDuties = Readonly<
  Partial<Record<'submitted' | 'verified' | 'approved' | 'denied', readonly PersonId[]>>
>;

/** The duties that are held already; a voided verification counts. */
export function heldDuties({ duties, verifiers }: Claim): HeldDuties {
  return { submitted: duties.submitted, verified: [...duties.verified, ...verifiers], approved: duties.approved };
}
