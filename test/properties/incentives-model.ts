import type { ClaimApproved } from '#contexts/incentives/events/claim-approved';
import type { ClaimDenied } from '#contexts/incentives/events/claim-denied';
import type { ClaimVerified } from '#contexts/incentives/events/claim-verified';
import type { ClaimWithdrawn } from '#contexts/incentives/events/claim-withdrawn';
import type { IncentiveClaimed } from '#contexts/incentives/events/incentive-claimed';
import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import type { SequencedEvent } from '#kernel/decider/event';
import type { Cents } from '#kernel/money/cents';

interface Known {
  readonly partner: string;
  readonly partnerYear: string;
  readonly outcome: string;
  readonly type: string;
  readonly date: string;
  readonly units: number;
  status: string;
  held: number;
  approved: number;
  readonly people: { readonly duty: string; readonly person: string }[];
}

type Event = (IncentiveClaimed | ClaimVerified | ClaimApproved | ClaimDenied | ClaimWithdrawn) & SequencedEvent;

/**
 * The money rules of domain.md section 9, kept in the plainest way from what the events say happened and from nothing
 * that they say about rules: caps, keys, amounts and duties are reckoned here a second time.
 */
export class Model {
  readonly claims = new Map<string, Known>();
  readonly used = new Map<string, { held: number; approved: number }>();
  /** Caps in order of publication, each from a moment on. */
  readonly caps: { readonly from: string; readonly capCents: Cents }[] = [];

  /** Takes an event in; throws when a rule of money no longer holds. */
  see(recorded: SequencedEvent): void {
    if (!('claim' in recorded.data)) return;
    const event = recorded as Event;
    const before = this.total(event);
    this.apply(event);
    const after = this.total(event);
    const cap = this.capAt(event.metadata.capsule!.facts.at);
    if (after > before && after > cap) throw new Error(`over the cap: ${after} of ${cap}`);
    this.checkOutcomes();
    for (const claim of this.claims.values()) check(claim);
  }

  private apply(event: Event): void {
    const { claim } = event.data;
    if (event.type === 'IncentiveClaimed') {
      this.claims.set(claim.claimId, {
        partner: claim.partnerId,
        partnerYear: `${claim.partnerId}/${claim.outcomeDate.slice(0, 4)}`,
        outcome: [claim.outcomeType, claim.subjectId, event.data.courseCode ?? event.data.policyCode ?? ''].join(' '),
        type: claim.outcomeType,
        date: claim.outcomeDate,
        units: event.data.units ?? 0,
        status: '',
        held: 0,
        approved: 0,
        people: [],
      });
    }
    const known = this.claims.get(claim.claimId)!;
    const used = this.used.get(known.partnerYear) ?? { held: 0, approved: 0 };
    this.used.set(known.partnerYear, used);
    used.held += claim.reservedCents - known.held;
    used.approved += claim.approvedCents - known.approved;
    known.status = claim.status;
    if (event.type === 'ClaimApproved') this.checkUncontested(known);
    known.held = claim.reservedCents;
    known.approved = claim.approvedCents;
    const duty = { IncentiveClaimed: 'submit', ClaimVerified: 'verify', ClaimApproved: 'approve' }[
      event.type as string
    ];
    if (duty === undefined) return;
    const { actor, principal } = event.metadata;
    for (const person of new Set([actor, principal])) known.people.push({ duty, person });
  }

  private capAt(at: string): number {
    return (this.caps.findLast(({ from }) => from <= at) ?? this.caps[0])!.capCents;
  }

  private total(event: Event): number {
    const { partnerId, outcomeDate } = event.data.claim;
    const { held, approved } = this.used.get(`${partnerId}/${outcomeDate.slice(0, 4)}`) ?? { held: 0, approved: 0 };
    return held + approved;
  }

  private checkUncontested(one: Known): void {
    const rival = [...this.claims.values()].find(
      (other) =>
        other.partner !== one.partner && other.outcome === one.outcome && OPEN.has(other.status) && meet(one, other),
    );
    if (rival !== undefined)
      throw new Error(`approved while contested: ${one.outcome} on ${one.date} and ${rival.date}`);
  }

  private checkOutcomes(): void {
    const approved = [...this.claims.values()].filter((claim) => claim.approved > 0);
    for (const [index, one] of approved.entries()) {
      const other = approved.slice(index + 1).find((two) => two.outcome === one.outcome && meet(one, two));
      if (other !== undefined)
        throw new Error(`one outcome paid twice: ${one.outcome} on ${one.date} and ${other.date}`);
    }
  }
}

function check({ approved, type, units, people }: Known): void {
  if (approved !== 0 && approved < 30_000) throw new Error(`approved ${approved}, less than $300`);
  const { amount } = defaultIncentivesPolicy.catalogue.find((rule) => rule.type === type)!;
  const tiers = amount.by === 'fixed' ? [{ from: 0, amountCents: amount.amountCents }] : amount.tiers;
  const most = Math.max(0, ...tiers.filter(({ from }) => from <= units).map(({ amountCents }) => amountCents));
  if (approved > most) throw new Error(`approved ${approved} of ${type}, which pays ${most}`);
  const twice = people.find(({ person }, at) => people.some((other, index) => index !== at && other.person === person));
  if (twice !== undefined) throw new Error(`${twice.person} holds two duties on one money`);
}

const OPEN = new Set(['claimed', 'contested', 'verified']);

/** Whether two outcomes of one kind exclude each other by their dates (domain.md section 3). */
function meet(a: Known, b: Known): boolean {
  const { per } = defaultIncentivesPolicy.catalogue.find((rule) => rule.type === a.type)!.unique;
  const [one, other] = [a, b].map(({ date }) => ({
    year: Number(date.slice(0, 4)),
    half: date.slice(5) < '07-01' ? 1 : 2,
  }));
  if (per === 'ever') return true;
  if (per === 'rolling-years') return Math.abs(one!.year - other!.year) < 3;
  return one!.year === other!.year && (per === 'program-year' || one!.half === other!.half);
}
