import type { CapOverridden } from '#contexts/incentives/events/cap-overridden';
import type { ClaimMoved } from '#contexts/incentives/events/claim-moved';
import type { ClaimResubmitted } from '#contexts/incentives/events/claim-resubmitted';
import type { IncentiveClaimed } from '#contexts/incentives/events/incentive-claimed';
import type { PayableCreated } from '#contexts/payouts/events/payable-created';
import { defaultIncentivesPolicy } from '#contexts/incentives/policy/default-policy';
import type { SequencedEvent } from '#kernel/decider/event';
import type { Cents } from '#kernel/money/cents';

interface Known {
  readonly partner: string;
  partnerYear: string;
  outcome: string;
  readonly type: string;
  date: string;
  units: number;
  status: string;
  held: number;
  approved: number;
  reversed: number;
  /** Reversed as ineligible: its outcome is spent. */
  spent: boolean;
  readonly people: { readonly duty: string; readonly person: string }[];
}

type Event = ClaimMoved & SequencedEvent;

/**
 * The money rules of domain.md section 9, kept in the plainest way from what the events say happened and from nothing
 * that they say about rules: caps, keys, amounts and duties are reckoned here a second time.
 */
export class Model {
  readonly claims = new Map<string, Known>();
  readonly used = new Map<string, { held: number; approved: number; reversed: number }>();
  /** Caps in order of publication, each from a moment on. */
  readonly caps: { readonly from: string; readonly capCents: Cents }[] = [];
  private readonly overrides: { readonly partnerYear: string; readonly added: number; readonly until: string }[] = [];
  /** What each decision approved, and what became payable by it. */
  private readonly decided = new Map<string, number>();
  private readonly payable = new Map<string, number>();

  /** Takes an event in; throws when a rule of money no longer holds. */
  see(recorded: SequencedEvent): void {
    if (recorded.type === 'CapOverridden') this.override(recorded as CapOverridden & SequencedEvent);
    if (recorded.type === 'PayableCreated') this.owe(recorded as PayableCreated & SequencedEvent);
    if (!('claim' in recorded.data)) return;
    const event = recorded as Event;
    const before = this.total(event);
    const held = this.claims.get(event.data.claim.claimId)?.held ?? 0;
    this.apply(event);
    const after = this.total(event);
    const cap = this.capAt(event);
    if (after > before && after > cap) throw new Error(`rule 1: over the cap: ${after} of ${cap}`);
    if (event.type === 'ClaimApproved' && event.data.claim.approvedCents <= held && after > before)
      throw new Error(`rule 1: approving what was reserved raised ${before} to ${after}`);
    this.checkOutcomes();
    for (const claim of this.claims.values()) check(claim);
  }

  private apply(event: Event): void {
    const { claim } = event.data;
    if (event.type === 'IncentiveClaimed') this.claims.set(claim.claimId, newlyKnown(event));
    const known = this.claims.get(claim.claimId)!;
    if (event.type === 'ClaimResubmitted') this.restate(known, event);
    const used = this.yearOf(known.partnerYear);
    const reversed = claim.reversedCents ?? 0;
    used.held += claim.reservedCents - known.held;
    used.approved += claim.approvedCents - known.approved;
    used.reversed += reversed - known.reversed;
    if (event.type === 'ClaimApproved') this.decided.set(event.data.decisionId, event.data.claim.approvedCents);
    if (event.type === 'ClaimApproved') this.checkUncontested(known);
    if (event.type === 'ClaimApproved' && event.data.uponAppeal !== true && known.status !== 'verified')
      throw new Error('rule 5: approved without a verification that stands');
    if (event.type === 'ClaimReversed') known.spent = claim.status === 'reversed' && event.data.reason === 'ineligible';
    Object.assign(known, { status: claim.status, held: claim.reservedCents, approved: claim.approvedCents, reversed });
    const duty = DUTIES[event.type];
    if (duty === undefined) return;
    const { actor, principal } = event.metadata;
    for (const person of new Set([actor, principal])) known.people.push({ duty, person });
  }

  /** A resubmission takes what it held out of the year in which it was. */
  private restate(known: Known, event: ClaimResubmitted): void {
    this.yearOf(known.partnerYear).held -= known.held;
    const { claim, units = 0, courseCode, policyCode } = event.data;
    Object.assign(known, {
      ...{ held: 0, date: claim.outcomeDate, units },
      partnerYear: `${claim.partnerId}/${claim.outcomeDate.slice(0, 4)}`,
      outcome: [claim.outcomeType, claim.subjectId, courseCode ?? policyCode ?? ''].join(' '),
    });
  }

  private yearOf(partnerYear: string): { held: number; approved: number; reversed: number } {
    const known = this.used.get(partnerYear) ?? { held: 0, approved: 0, reversed: 0 };
    this.used.set(partnerYear, known);
    return known;
  }

  /** The policy's cap at a decision, and what was added to it for its partner-year and has not expired. */
  private capAt({ metadata, data }: Event): number {
    const { at } = metadata.capsule!.facts;
    const { partnerId, outcomeDate } = data.claim;
    const policy = (this.caps.findLast(({ from }) => from <= at) ?? this.caps[0])!.capCents;
    // Every act of these histories is at noon in the program's zone.
    const today = at.slice(0, 10);
    const own = this.overrides.filter((one) => one.partnerYear === `${partnerId}/${outcomeDate.slice(0, 4)}`);
    return own.filter(({ until }) => today <= until).reduce<number>((sum, { added }) => sum + added, policy);
  }

  private override({ data }: CapOverridden): void {
    const partnerYear = `${data.partnerId}/${data.programYear}`;
    this.overrides.push({ partnerYear, added: data.cents, until: data.expiresOn });
  }

  private owe({ data }: PayableCreated): void {
    const { decisionId, amountCents, duties } = data;
    if (this.payable.has(decisionId)) throw new Error(`rule 4: ${decisionId} is payable twice`);
    this.payable.set(decisionId, amountCents);
    const approved = this.decided.get(decisionId);
    if (approved !== amountCents) throw new Error(`rule 6: ${amountCents} payable of ${approved} approved`);
    checkDuties(
      Object.entries<readonly string[]>({ ...duties }).flatMap(([duty, people]) =>
        people.map((person) => ({ duty, person })),
      ),
    );
  }

  /** At the end of a history: every decision is owed, and what is owed is what was approved, to the cent. */
  settle(): void {
    const sum = (cents: Iterable<number>): number => [...cents].reduce((all, one) => all + one, 0);
    const [owed, approved] = [sum(this.payable.values()), sum([...this.claims.values()].map((one) => one.approved))];
    if (owed !== approved) throw new Error(`rule 6: ${owed} owed of ${approved} approved`);
  }

  private total(event: Event): number {
    const { partnerId, outcomeDate } = event.data.claim;
    const { held, approved, reversed } = this.yearOf(`${partnerId}/${outcomeDate.slice(0, 4)}`);
    return held + approved - reversed;
  }

  private checkUncontested(one: Known): void {
    const rival = [...this.claims.values()].find(
      (other) =>
        other.partner !== one.partner && other.outcome === one.outcome && OPEN.has(other.status) && meet(one, other),
    );
    if (rival !== undefined)
      throw new Error(`rule 4: approved while contested: ${one.outcome} on ${one.date} and ${rival.date}`);
  }

  private checkOutcomes(): void {
    const approved = [...this.claims.values()].filter((claim) => claim.approved > claim.reversed || claim.spent);
    for (const [index, one] of approved.entries()) {
      const other = approved.slice(index + 1).find((two) => two.outcome === one.outcome && meet(one, two));
      if (other !== undefined)
        throw new Error(`rule 4: one outcome paid twice: ${one.outcome} on ${one.date} and ${other.date}`);
    }
  }
}

function newlyKnown({ data }: IncentiveClaimed): Known {
  const { claim, units = 0, courseCode, policyCode } = data;
  return {
    partner: claim.partnerId,
    partnerYear: `${claim.partnerId}/${claim.outcomeDate.slice(0, 4)}`,
    outcome: [claim.outcomeType, claim.subjectId, courseCode ?? policyCode ?? ''].join(' '),
    ...{ type: claim.outcomeType, date: claim.outcomeDate, units, status: '' },
    ...{ held: 0, approved: 0, reversed: 0, spent: false, people: [] },
  };
}

const DUTIES: Readonly<Record<string, string | undefined>> = {
  ...{ IncentiveClaimed: 'submit', ClaimResubmitted: 'submit', ClaimAppealed: 'submit' },
  ...{ ClaimVerified: 'verify', ClaimApproved: 'approve' },
};

function check({ approved, reversed, type, units, people }: Known): void {
  const left = approved - reversed;
  if (left < 0 || (left > 0 && left < 30_000)) throw new Error(`rule 3: ${left} stand of an approval of ${approved}`);
  if (approved !== 0 && approved < 30_000) throw new Error(`rule 3: approved ${approved}, less than $300`);
  const { amount } = defaultIncentivesPolicy.catalogue.find((rule) => rule.type === type)!;
  const tiers = amount.by === 'fixed' ? [{ from: 0, amountCents: amount.amountCents }] : amount.tiers;
  const most = Math.max(0, ...tiers.filter(({ from }) => from <= units).map(({ amountCents }) => amountCents));
  if (approved > most) throw new Error(`rule 3: approved ${approved} of ${type}, which pays ${most}`);
  checkDuties(people);
}

function checkDuties(people: Known['people']): void {
  const twice = people.find(({ person, duty }) =>
    people.some((other) => other.person === person && other.duty !== duty),
  );
  if (twice !== undefined) throw new Error(`rule 5: ${twice.person} holds two duties on one money`);
}

const OPEN = new Set(['claimed', 'contested', 'information-requested', 'verified']);

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
